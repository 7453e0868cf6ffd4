/**
 * What another app shares with Kring becomes the draft of a message, or of news for who may write it. The text came in the
 * address's fragment, which no server sees, after how many files there are; those wait in the service worker, in memory.
 */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { useFiles } from "../../ui/attach.js";
import { useDraft } from "../../ui/draft.js";
import { Icon } from "../../ui/icon.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { refused } from "../../ui/sending.js";
import { BLANK as NEWS } from "../news/draft.js";
import { mayPost } from "../news/view.js";
import { BLANK } from "./compose.js";

/** How long (ms) the worker may take: a busy device first has to start it. */
const PATIENCE = 30_000;
/** Where it can go, each with the name of its draft. @type {Record<string, {blank: any, href: string, icon: string}>} */
const WAYS = { message: { blank: BLANK, href: "/messages/new", icon: "messages" }, news: { blank: NEWS, href: "/news/new", icon: "news" } };

export function ShareView() {
  const [[count, text]] = useState(inAddress);
  const [handed] = useState(() => (count ? handedOver() : Promise.resolve([])));
  const [way, setWay] = useState(mayPost() ? "" : "message");
  useEffect(() => history.replaceState(null, "", location.pathname), []);
  return html`<${Page} title=${t("share-to-kring")} back="/messages">${way ? html`<${Into} way=${way} text=${text} count=${count} handed=${handed} />`
    : html`<fieldset class="to-whom"><legend>${t("share-as")}</legend>${Object.keys(WAYS).map((one) => html`<button key=${one} type="button" class="partner" onClick=${() => setWay(one)}><${Icon} name=${WAYS[one].icon} />
      <span class="words"><strong>${t(`share-as-${one}`)}</strong><span class="muted small">${t(`share-as-${one}-text`)}</span></span></button>`)}</fieldset>`}<//>`;
}

/** How many files were shared, and the text. @returns {[number, string]} */
function inAddress() {
  const [count, text = ""] = location.hash.slice(1).split("&");
  return [Number(count) || 0, decodeURIComponent(text)];
}

/** @param {{way: string, text: string, count: number, handed: Promise<File[]>}} props */
function Into({ way, text, count, handed }) {
  const { blank, href } = WAYS[way];
  const [, change] = useDraft(way, blank);
  const files = useFiles(way);
  useEffect(() => void fill(), []);
  const fill = async () => {
    const some = await handed;
    refused.value = [...refused.value, ...Array(Math.max(0, count - some.length)).fill({ name: t("share-to-kring"), error: { code: "share-lost" } })];
    await files.add(some);
    await change({ ...blank, text });
    go(href, { replace: true });
  };
  return html`<p role="status">${t("working")}</p>`;
}

/** The files that were shared; none where no worker has them. @returns {Promise<File[]>} */
function handedOver() {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return Promise.resolve([]);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve([]), PATIENCE);
    worker.postMessage("shared files", [port2]);
  });
}
