/**
 * The wire and the rules' data as types; `sync/messages/` says the same for the server.
 *
 * @typedef {Record<string, any>} Head
 * @typedef {{head: string, signature: string}} Signed
 * @typedef {{head: string, signatures: string[]}} PersonStatement
 * @typedef {{box: string, from: number, hash: string, ref: string, until: number}} Reader
 * @typedef {{head: string, signature: string, readers: Reader[], grants: Record<string, string>, history: string}} Link
 * @typedef {{head: string, body: string, signature: string, boxes: [string, number, string][]}} SealedRecord
 * @typedef {[string, number, number]} Tally a slot, how many of it are taken or held, how many wait for it
 * @typedef {{slots: [string, number][], unit: "person" | "home" | "child" | "both", opens?: number, early?: number, closes?: number,
 *   most?: number, waits?: number}} Terms
 * @typedef {{offer: string, slot: string, child?: string, count?: number, wait?: number, seat?: string}} Claim
 * @typedef {{record: string, slot: string, count: number, state: string, at: number, place: number}} ClaimAt
 * @typedef {{offer: string, circle: string, terms: Required<Terms>, slots: Tally[], claims: ClaimAt[], answered: string[]}} OfferAt
 * @typedef {{act?: Signed, mac?: string, link?: Link, record?: SealedRecord, hold?: number, offer?: Terms, claim?: Claim}} Entry
 * @typedef {{seat: string, n: number, invitation: Signed, genesis: Signed, redeem: Signed | null, person: PersonStatement[]}} Credentials
 * @typedef {{n: number, hash: string, act: Signed | null}} ActAt
 * @typedef {{circle: string, place: number, link: Link}} LinkAt
 * @typedef {{circle: string, place: number, hash: string, record: SealedRecord | null, withheld?: string[]}} RecordAt
 * @typedef {{circle: string, place: number, tip: string, before: number}} Joined
 * @typedef {{cursor: string, done: boolean, incarnation: string, time: number, acts: ActAt[], seats: Credentials[],
 *   links: LinkAt[], records: RecordAt[], joined: Joined[], left: string[], offers: OfferAt[]}} Page
 * @typedef {{records: RecordAt[], seats: Credentials[], sync: number, counts?: [string, Tally[]][], away?: string, clears?: number}} Frame `away`: of which linked school, `clears`: it was read already (push only)
 * @typedef {{records: RecordAt[], seats: Credentials[], before: number, tip: string}} Past
 * @typedef {{id: string, circle: string, place: number, hash: string, head: Head, kind: string,
 *   body: Record<string, any>, refs: string[], letter: SealedRecord | null, withheld: string[]}} Item
 */
export {};
