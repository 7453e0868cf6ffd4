/**
 * What another app shares with Kring becomes the draft of a message, or of news for who may write it. The text came in the
 * address's fragment, which no server sees; the files wait in the service worker, in memory.
 */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { useFiles } from "../../ui/attach.js";
import { useDraft } from "../../ui/draft.js";
import { Icon } from "../../ui/icon.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { go } from "../../ui/router.js";
import { BLANK as NEWS } from "../news/draft.js";
import { mayPost } from "../news/view.js";
import { BLANK } from "./compose.js";

const PATIENCE = 3000;
/** Where it can go, each with the name of its draft. @type {Record<string, {blank: any, href: string, icon: string}>} */
const WAYS = { message: { blank: BLANK, href: "/messages/new", icon: "messages" }, news: { blank: NEWS, href: "/news/new", icon: "news" } };

export function ShareView() {
  const [text] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [way, setWay] = useState(mayPost() ? "" : "message");
  useEffect(() => history.replaceState(null, "", location.pathname), []);
  return html`<${Page} title=${t("share-to-kring")} back="/messages">${way ? html`<${Into} way=${way} text=${text} />`
    : html`<fieldset class="to-whom"><legend>${t("share-as")}</legend>${Object.keys(WAYS).map((one) => html`<button key=${one} type="button" class="partner" onClick=${() => setWay(one)}><${Icon} name=${WAYS[one].icon} />
      <span class="words"><strong>${t(`share-as-${one}`)}</strong><span class="muted small">${t(`share-as-${one}-text`)}</span></span></button>`)}</fieldset>`}<//>`;
}

/** @param {{way: string, text: string}} props */
function Into({ way, text }) {
  const { blank, href } = WAYS[way];
  const [, change] = useDraft(way, blank);
  const files = useFiles(way);
  useEffect(() => void fill(), []);
  const fill = async () => {
    await files.add(await handedOver());
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
