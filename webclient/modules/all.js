/**
 * All modules of the product, and what their outbox intents do. Loaded when somebody is signed in: who stands before the
 * door waits for the door only.
 */
import { carriers as absenceCarriers } from "./absences/model.js";
import { absences } from "./absences/index.js";
import { albums } from "./albums/index.js";
import { carriers as albumCarriers } from "./albums/writing.js";
import { topUp as topUpAlbums } from "./albums/year.js";
import { carriers as takedownCarriers, topUp as topUpTakedown } from "./albums/takedown.js";
import { board } from "./board/index.js";
import { carriers as boardCarriers } from "./board/model.js";
import { bookshelf } from "./bookshelf/index.js";
import { carriers as bookCarriers, topUp as topUpBooks } from "./bookshelf/model.js";
import { calendar } from "./calendar/index.js";
import { carriers as feedCarriers, topUp as topUpFeeds } from "./calendar/feeds.js";
import { carriers as calendarCarriers, topUp as topUpCalendar } from "./calendar/model.js";
import { carriers as classParentCarriers } from "./groups/classparents.js";
import { carriers as consentCarriers, topUp as topUpConsents } from "./groups/consents.js";
import { carriers as sharingCarriers } from "./groups/choices.js";
import { groups } from "./groups/index.js";
import { topUp as topUpDetails } from "./groups/model.js";
import { lunch } from "./lunch/index.js";
import { carriers as lunchCarriers, topUp as topUpLunch } from "./lunch/model.js";
import { messages } from "./messages/index.js";
import { carriers as messageCarriers, topUp as topUpMessages } from "./messages/writing.js";
import { carriers as movingCarriers, topUp as topUpMoving } from "./moving/departures.js";
import { moving } from "./moving/index.js";
import { news } from "./news/index.js";
import { carriers as newsCarriers } from "./news/model.js";
import { diary } from "./people/diaryview.js";
import { linking, people } from "./people/index.js";
import { carriers as placeCarriers } from "./people/soon.js";
import { settings } from "./settings/index.js";
import { fetchPast } from "../sync/past.js";
import { carriers as surveyCarriers } from "../sync/surveys.js";
import { signups } from "./signups/index.js";
import { carriers as signupCarriers, topUp as topUpSignups } from "./signups/writing.js";
import { talks } from "./talks/index.js";
import { carriers as talkCarriers, topUp as topUpTalks } from "./talks/model.js";
import { today } from "./today/index.js";

/** What the app writes by itself, as that something was seen: nobody is told that it was refused. */
const UNASKED = ["news.read", "messages.see", "bookshelf.opened", "albums.fetched"];

/** What must reach others than it did, and reach this device, after each change. */
export const TOP_UPS = [topUpDetails, topUpConsents, topUpMessages, topUpCalendar, topUpTalks, topUpSignups, topUpLunch, topUpFeeds, topUpAlbums, topUpTakedown, topUpBooks, topUpMoving, fetchPast];
/** In the order of the bar. @type {any[]} */
export const MODULES = [today, board, news, messages, calendar, absences, albums, talks, signups, lunch, bookshelf, groups, people, settings, diary, linking,
  moving];
export const CARRIERS = { ...newsCarriers, ...boardCarriers, ...messageCarriers, ...sharingCarriers, ...consentCarriers, ...classParentCarriers, ...absenceCarriers,
  ...calendarCarriers, ...talkCarriers, ...signupCarriers, ...surveyCarriers, ...lunchCarriers, ...feedCarriers, ...albumCarriers, ...takedownCarriers, ...bookCarriers,
  ...movingCarriers, ...placeCarriers };

/** Whether nobody asked for it. @param {import("../sync/outbox.js").Intent} intent */
export function isUnasked({ type, data }) {
  return UNASKED.includes(type) && !data.confirmed;
}
