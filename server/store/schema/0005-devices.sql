-- What is taken back leaves the queue by its name.
CREATE INDEX push_job_topic ON push_job (topic);
