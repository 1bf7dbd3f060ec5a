// Written by tools/contract.mjs from src/serve/openapi.json; `npm run contract` renews it. Do not edit.

/** monitor: reads in and reviews. editor: also withdraws, closes, releases, exports, users. source_keeper: also the register of sources. auditor: reads all, changes nothing */
export type Role = 'monitor' | 'editor' | 'source_keeper' | 'auditor';

export type Kind = 'armed_attack' | 'assassination_or_targeted_killing' | 'ied_or_mine' | 'suicide_or_vehicle_bomb' | 'ambush' | 'abduction' | 'execution' | 'checkpoint_or_raid_by_group' | 'arson_or_property' | 'airstrike' | 'shelling' | 'security_operation' | 'clash' | 'protest' | 'other_violence';

export type TargetClass = 'civilian' | 'military' | 'police' | 'official' | 'infrastructure' | 'militant';

export type Grade = 'confirmed' | 'fair' | 'weak' | 'contested' | 'claimed_only' | 'discounted';

export type Status = 'claimed' | 'attributed' | 'unknown';

/** Admiralty reliability of a source */
export type Letter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** Admiralty credibility of an item */
export type Digit = '1' | '2' | '3' | '4' | '5' | '6';

/** RFC 9457. detail says what to do next. */
export type Problem = { /** A word for programs */ "type": string; "title": string; "status": number; "detail": string; /** Which member or parameter is meant */ "field"?: string; "retry_after_seconds"?: number; "checks"?: Array<Check> };

/** Somebody else changed the incident since it was read: both versions, nothing is lost */
export type Stale = { "type": string; "title": string; "status": number; "detail": string; /** The request as sent */ "asked": Record<string, unknown>; "base_version": number; "current": Incident; "since": Array<Revision> };

/** Who asks. set_up_needed: nobody is registered yet; the set-up word stands in the terminal of `sitrep serve` */
export type Session = { "signed_in": boolean; "set_up_needed": boolean; "user": User | null; /** Goes into X-CSRF-Token of every request that changes something */ "csrf": string | null; /** UTC, ISO 8601 to the second */ "expires_at": string | null; "by": 'cookie' | 'token' | null };

export type User = { "name": string; "role": Role; "disabled": boolean; /** UTC, ISO 8601 to the second */ "created_at": string; /** UTC, ISO 8601 to the second */ "last_seen_at": string | null; /** UTC, ISO 8601 to the second */ "locked_until": string | null };

export type Users = { "items": Array<User> };

export type Token = { "id": number; "name": string; "role": Role; "created_by": string; /** UTC, ISO 8601 to the second */ "created_at": string; /** UTC, ISO 8601 to the second */ "expires_at": string | null; /** UTC, ISO 8601 to the second */ "last_used_at": string | null; /** Shown once, when it is made */ "secret"?: string };

export type Tokens = { "items": Array<Token> };

/** The state of the desk at a glance */
export type Desk = { /** Of the desk, for mastheads */ "name": string; /** File name of the library */ "library": string; "counts": { "reports": number; "not_read": number; "accounts": number; "incidents": number; /** Incidents that wait for a person */ "queue": number; /** Incidents that wait for a second reader */ "second": number; "proposals": number; "tallies": number; "refused": number; "sources": number }; "months": { "first": string | null; "last": string | null }; "reading": boolean; /** Names this state of the library */ "log_head": string; /** To be printed with every map */ "attribution": string; /** Of the program */ "version": string };

export type Settings = { "desk_name": string; "language": 'en' | 'ar'; /** ISO 3166-1 of the map shown first, or empty */ "country": string; /** From so many dead on a second reader is asked */ "second_reader_dead": number; /** One of so many others, by chance; 0 = none */ "second_reader_share": number };

export type Labelled = { "code": string; "en": string; "ar": string };

export type Vocabulary = { "kinds": Array<Labelled>; "grades": Array<Labelled>; "statuses": Array<Labelled>; "target_classes": Array<Labelled>; "weapon_classes": Array<Labelled>; "precisions": Array<Labelled>; "languages": Array<Labelled>; /** Fields of an incident that can be set */ "fields": Array<Labelled>; /** Do-no-harm rules of the gate */ "rules": Array<Labelled>; "areas": Array<Area> };

/** A country or governorate with incidents */
export type Area = { "code": string; "country": string; "name": string; "name_ar": string; "incidents": number };

/** A file on its way; sent in parts so that no request is large */
export type Upload = { "id": string; "name": string; "size": number; "received": number; "part_bytes_max": number };

/** Things being read in */
export type Batch = { "id": string; "by": string; /** In words: "3 files", the feed's name */ "what": string; "state": 'waiting' | 'reading' | 'done' | 'stopped' | 'failed'; /** UTC, ISO 8601 to the second */ "started_at": string; /** UTC, ISO 8601 to the second */ "ended_at": string | null; "bytes_done": number; "bytes_total": number; "read": number; "already": number; "not_read": number; "refused": number; "accounts": number; "tallies": number; "new_incidents": number; "joined": number; /** The last ones, at most 50 */ "refusals": Array<Refusal>; "error": string | null };

export type Batches = { "items": Array<Batch> };

export type Refusal = { "id": number; /** UTC, ISO 8601 to the second */ "at": string; "where": string; "why": string };

export type Refusals = { "items": Array<Refusal>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

export type InboxItem = { "id": number; "title": string; "publisher": string; "source": number; "url": string | null; /** ISO 8601 day */ "published": string | null; /** UTC, ISO 8601 to the second */ "received_at": string; /** ISO 639-1, other, und */ "language": string; "was_read": boolean; "format": string; "origin": string; "incidents": Array<string>; "accounts": number; "tallies": number };

export type Inbox = { "items": Array<InboxItem>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

export type Feed = { "id": number; "url": string; "name": string; "publisher": string; "paused": boolean; "added_by": string; /** UTC, ISO 8601 to the second */ "added_at": string; /** UTC, ISO 8601 to the second */ "fetched_at": string | null; "last_result": string | null };

export type Feeds = { "items": Array<Feed> };

/** Half-open range of Unicode code points over ReportText.document */
export type Span = { "start": number; "end": number };

/** start and end: 2024-03-05, 2024-03, 2024, --03-05, --03; null when not known */
export type Date = { "start": string | null; "end": string | null; "precision": 'day' | 'week' | 'month' | 'year' | 'unknown' };

export type Range = { "min": number; "max": number };

export type Tolls = { "killed": Range | null; "injured": Range | null; "abducted": Range | null; "arrested": Range | null; "perpetrators_killed": Range | null };

/** precision: 1 the place itself, 2 near it, 3 district, 4 governorate, 5 region, 6 country */
export type Place = { "gazetteer_id": string | null; "name": string | null; "name_ar": string | null; "country": string | null; "admin1": string | null; "admin1_code": string | null; "admin2": string | null; "lat": number | null; "lon": number | null; "population": number | null; "kind": string; "precision": number };

export type Perpetrator = { "name": string | null; "status": Status };

/** One line of a list */
export type IncidentRow = { /** Incident, "I42" */ "id": string; "version": number; "kind": Kind; "date": Date; "place": Place | null; "perpetrator": Perpetrator; "target_class": TargetClass | null; "tolls": Tolls; "grade": Grade; "independent_sources": number; "accounts": number; "conflicts": number; "corrections": number; "background_only": boolean; "accepted": boolean; "withdrawn": boolean; "second_reader": 'not_needed' | 'needed' | 'done' | 'disagrees'; "doubt": number; "weight": number; /** Beginning of the sentence that tells it */ "lead": string };

export type IncidentRows = { "items": Array<IncidentRow>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

export type QueueItem = { "incident": IncidentRow; "because": Array<'unsure' | 'conflict' | 'no_place' | 'no_date' | 'many_dead' | 'civilians' | 'single_source' | 'second_reader' | 'likely_the_same' | 'read_again'>; /** Incidents that are likely the same */ "proposals": Array<string>; /** The report to read first */ "report": number | null };

export type Queue = { "items": Array<QueueItem>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

export type Evidence = { "report": number; "start": number; "end": number; "text": string };

/** One value and who states it */
export type Said = { "value": string; "accounts": Array<number>; "evidence": Array<Evidence> };

/** A value to choose with one key */
export type Candidate = { /** To be sent as is */ "value": string; "label": string; "label_ar": string; "score": number | null; "because": string };

export type Field = { "field": string; /** As set() takes it: "3-5", "unknown", a code, a name */ "value": string; "corrected": boolean; "confidence": number | null; "said": Array<Said>; "candidates": Array<Candidate>; "in_conflict": boolean };

export type StatedToll = { "low": number; "high": number | null; "span": Span };

export type AccountPlace = { "place": Place; "text": string; "span": Span };

/** What one report says of the incident */
export type Account = { "id": number; "report": number; "source": number; "publisher": string; "reliability": Letter; "url": string | null; /** ISO 8601 day */ "published": string | null; "language": string; "title": string; "kind": Kind; "background": boolean; "denied": boolean; "confidence": number; "date": Date; "date_text": string | null; "date_span": Span | null; "places": Array<AccountPlace>; "perpetrator": { "text": string | null; "name": string | null; "status": Status; "span": Span | null }; "targets": Array<{ "text": string; "class": TargetClass | null; "span": Span | null; "killed": StatedToll | null; "injured": StatedToll | null }>; "weapon": { "text": string; "class": string; "span": Span } | null; "killed": StatedToll | null; "injured": StatedToll | null; "abducted": StatedToll | null; "arrested": StatedToll | null; "perpetrators_killed": StatedToll | null; "attribution": Array<{ "text": string; "name": string | null; "span": Span }>; "evidence": Array<Evidence> };

export type Conflict = { "field": string; "versions": Array<{ "value": string; "accounts": Array<number> }> };

/** Two fields, judged apart. proposed_*: by the program; source and item: by a person, or null */
export type Admiralty = { "source": Letter | null; "item": Digit | null; "proposed_source": Letter; "proposed_item": Digit };

export type SecondReading = { "id": number; /** Incident, "I42" */ "incident": string; "by": string; /** UTC, ISO 8601 to the second */ "at": string; "first_by": string; "values": Array<{ "field": string; "first": string; "second": string; "agrees": boolean }>; "note": string; "decided_by": string | null };

export type SecondReader = { "state": 'not_needed' | 'needed' | 'done' | 'disagrees'; "because": Array<'many_dead' | 'civilians_killed' | 'perpetrator_named' | 'camp_or_prison' | 'private_source' | 'by_chance'>; "readings": Array<SecondReading> };

/** One incident with all that is known. Its ETag begins with its version. */
export type Incident = { /** Incident, "I42" */ "id": string; "version": number; "forwards_from": Array<string>; "kind": Kind; "date": Date; "place": Place | null; "perpetrator": Perpetrator; "target_class": TargetClass | null; "tolls": Tolls; "grade": Grade; "grade_rule": string; "admiralty": Admiralty; "independent_sources": number; "background_only": boolean; "accepted": boolean; "accepted_by": string | null; "withdrawn": boolean; "corrected": Array<string>; "doubt": number; "second_reader": SecondReader; "fields": Array<Field>; "conflicts": Array<Conflict>; "accounts": Array<Account>; "likely_the_same": Array<string> };

export type Revision = { "id": number; /** UTC, ISO 8601 to the second */ "at": string; "who": string; "action": 'new' | 'join' | 'merge' | 'split' | 'set' | 'accept' | 'withdraw' | 'different' | 'undo' | 'move' | 'link'; /** Incident, "I42" */ "incident": string; "field": string | null; "before": string | null; "after": string | null; "because": string | null; "undone": boolean };

export type Revisions = { "items": Array<Revision>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

export type History = { "items": Array<Revision> };

/** What a change led to */
export type Change = { "revision": number | null; "incident": Incident; "other": Incident | null };

export type Reason = { "what": string; "words": string; "weight": number };

export type Judgement = { "relation": 'joined' | 'kept apart'; "account": number; "against": number; "reasons": Array<Reason> };

export type Judgements = { "items": Array<Judgement> };

/** Two incidents that are likely the same */
export type Pair = { "a": IncidentRow; "b": IncidentRow; "score": number; "reasons": Array<Reason>; "differs": Array<string> };

export type Pairs = { "items": Array<Pair>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

export type MarkedSpan = { "field": 'evidence' | 'kind' | 'date' | 'place' | 'perpetrator' | 'target' | 'weapon' | 'killed' | 'injured' | 'abducted' | 'arrested' | 'perpetrators_killed' | 'attribution'; "start": number; "end": number; "value": string };

/** A report with every span of evidence, by field */
export type ReportText = { "id": number; "title": string; /** title, a line feed and the text, or the text alone; spans count its code points */ "document": string; "text_start": number; "language": string; "direction": 'ltr' | 'rtl'; "publisher": string; "source": number; "reliability": Letter; "url": string | null; /** ISO 8601 day */ "published": string | null; /** UTC, ISO 8601 to the second */ "received_at": string; "format": string; "origin": string; "sha256": string; "was_read": boolean; "accounts": Array<{ "account": number; /** Incident, "I42" */ "incident": string; "background": boolean; "spans": Array<MarkedSpan> }>; "mentions": Array<{ "layer": 'actor' | 'weapon' | 'person' | 'source' | 'place' | 'date'; "start": number; "end": number; "name": string | null }>; "tallies": Array<Tally>; "patterns": Array<Pattern> };

/** Agreement of first and second readers, Cohen 1960 */
export type Agreement = { "month": string | null; "readings": number; "fields": Array<{ "field": string; "pairs": number; "agreed": number; "share": number | null; "kappa": number | null }> };

export type BulkResult = { "items": Array<{ /** Incident, "I42" */ "id": string; "done": boolean; "revision": number | null; "version": number | null; "problem": string | null }> };

/** A saved question */
export type View = { "id": number; "name": string; "owner": string; "shared": boolean; "page": 'incidents' | 'map' | 'review' | 'tallies'; /** As the page keeps it */ "query": Record<string, unknown>; "columns": Array<string> };

export type Views = { "items": Array<View> };

export type Unit = { /** ISO 3166-2, ISO 3166-1, or governorate/district */ "code": string; "level": 'country' | 'governorate' | 'district'; "country": string; "name": string; "name_ar": string; "incidents": number; "attacks": number; "operations": number; "killed_min": number; "killed_max": number; "lat": number | null; "lon": number | null };

/** Points stand column by column, one entry each an incident. Only precision 1 and 2 of a town, and not of a private source alone, is a point; all else is an area or counted as unlocated */
export type Map = { "total": number; /** Without any place, or of a country alone */ "unlocated": number; "units": Array<Unit>; "points": { "id": Array<number>; "lat": Array<number>; "lon": Array<number>; "kind": Array<number>; "day": Array<number | null>; "precision": Array<number>; "killed": Array<number> }; "areas": Array<{ "name": string; "name_ar": string; "precision": number; "lat": number; "lon": number; "radius_km": number; "incidents": number }> };

/** GeoJSON (RFC 7946), simplified; properties code, name, name_ar, country */
export type Outlines = { "type": 'FeatureCollection'; "features": Array<Record<string, unknown>>; "attribution"?: string };

export type Timeline = { "by": 'day' | 'week' | 'month'; "undated": number; "bins": Array<{ /** ISO 8601 day */ "start": string; "incidents": number; "attacks": number; "operations": number; "confirmed": number; "claimed_only": number; "killed_min": number; "killed_max": number }>; "sources": Array<{ "month": string; "sources": number }>; /** Known to a longer time than a bin, and so in none of them */ "wider": number };

export type Source = { "id": number; "name": string; "reliability": Letter; "reports": number; /** Name in the register of public outlets */ "outlet": string | null; "private": boolean; "group": number | null; "note": string; /** ISO 8601 day */ "first_day": string | null; /** ISO 8601 day */ "last_day": string | null };

export type Sources = { "items": Array<Source>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

/** Sources that are not independent of each other */
export type SourceGroup = { "id": number; "name": string; "sources": Array<number> };

export type SourceGroups = { "items": Array<SourceGroup> };

export type PlaceFound = { "place": Place; "score": number; "because": string; /** Of the record; null in a search by name */ "incidents": number | null };

export type PlacesFound = { "items": Array<PlaceFound> };

/** A spelling or place the desk adds to the gazetteer */
export type Spelling = { "id": number; "gazetteer_id": string; "name": string; "spelling": string; "language": 'en' | 'ar' | 'ku'; "place": Place | null; "by": string; /** UTC, ISO 8601 to the second */ "at": string; "in_use": boolean };

export type Spellings = { "items": Array<Spelling> };

export type Actor = { "name": string; "name_ar": string | null; "parent": string | null; "side": string; "kind": string | null; "country": string | null; "names_en": Array<string>; "names_ar": Array<string>; "from": 'register' | 'desk'; "incidents": number };

export type Actors = { "items": Array<Actor>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

/** A condition of closing a month */
export type Check = { "code": 'queue_empty' | 'conflicts_decided' | 'second_readings' | 'proposals_decided' | 'not_read'; "passed": boolean; "blocks": boolean; "count": number; "detail": string; /** The first ones, at most 50 */ "incidents": Array<string> };

export type MonthRow = { "month": string; "incidents": number; "attacks": number; "queue": number; "conflicts": number; "state": 'open' | 'closed'; "editions": number; "last_stage": 'provisional' | 'final' | null };

export type Months = { "items": Array<MonthRow> };

export type EditionFile = { "name": string; "type": string; "bytes": number; "sha256": string };

/** A published state; what it said stays */
export type Edition = { "id": number; "month": string; "area": string; "stage": 'provisional' | 'final'; /** UTC, ISO 8601 to the second */ "made_at": string; "made_by": string; "incidents": number; "data_version": string; "files": Array<EditionFile> };

export type Editions = { "items": Array<Edition> };

export type Month = { "month": string; "area": string; "area_name": string; "area_name_ar": string; "state": 'open' | 'closed'; "closed_by": string | null; /** UTC, ISO 8601 to the second */ "closed_at": string | null; "foreword_en": string; "foreword_ar": string; "checks": Array<Check>; "can_close": boolean; "editions": Array<Edition>; "changed_since_closing": number };

export type MonthChange = { /** Incident, "I42" */ "incident": string; "what": 'new' | 'changed' | 'gone'; "fields": Array<{ "field": string; "before": string; "after": string }>; "words": string; "words_ar": string };

export type MonthChanges = { /** UTC, ISO 8601 to the second */ "since": string | null; "first_edition": boolean; "items": Array<MonthChange> };

/** result: passed = leaves as it is; coarsened = less exact outside; withheld = stays inside; failed = would leave against a rule */
export type GateField = { "field": string; "inside": string; "outside": string; "result": 'passed' | 'coarsened' | 'withheld' | 'failed'; "rule": string | null; "offending": string | null };

export type GateIncident = { /** Incident, "I42" */ "incident": string; "leaves": boolean; "rule": string | null; "fields": Array<GateField> };

export type GateRule = { "rule": string; "en": string; "ar": string; "passed": boolean; /** Values that it coarsened, withheld or failed */ "applied": number };

/** A finished document, scanned as a whole */
export type GateDocument = { "name": string; "passed": boolean; "rule": string | null; /** The words; shown inside the desk only */ "offending": string | null; /** Words around it */ "at": string | null };

export type Gate = { "items": Array<GateIncident>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number; "month": string; "area": string; "releasable": boolean; "rules": Array<GateRule>; "documents": Array<GateDocument> };

/** What others claim, beside our count */
export type Tally = { "id": number; "report": number; "publisher": string; "url": string | null; /** ISO 8601 day */ "published": string | null; "quantity": number; "unit": string; "scope": string | null; "scope_place": Place | null; "period": Date; "period_text": string | null; "claimant": string | null; "actor": string | null; "evidence": Evidence; /** Our own count for the same scope, period and unit; null where it cannot be counted */ "ours": { "min": number; "max": number; "incidents": number; "claimed_only": number } | null; "why_not": string | null; "why_code": 'period_unknown' | 'area_unknown' | 'area_crosses_borders' | 'area_without_codes' | null };

export type Tallies = { "items": Array<Tally>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

export type Pattern = { "report": number; "what": string; "place": string | null; "period": string | null; "claimant": string | null; "start": number; "end": number };

export type LogEntry = { "id": number; /** UTC, ISO 8601 to the second */ "at": string; "action": string; "subject": number; "content": string; "hash": string };

export type LogEntries = { "items": Array<LogEntry>; /** Cursor of the next page; null at the end */ "next": string | null; /** Number of all items that the question finds */ "total": number };

export type Verification = { "state": 'never' | 'running' | 'done'; "progress": number; /** UTC, ISO 8601 to the second */ "at": string | null; "originals": number; "log_entries": number; "faults": Array<string> };

export type Health = { "ok": boolean };

// What each request takes and answers. A null answer has no JSON body.
export interface Operations {
  /** Is the server up */
  "GET /health": { path: {}; query: {}; body: null; answer: Health; roles: never };
  /** This file */
  "GET /openapi.json": { path: {}; query: {}; body: null; answer: Record<string, unknown>; roles: never };
  /** Who am I; answers without being signed in too */
  "GET /session": { path: {}; query: {}; body: null; answer: Session; roles: never };
  /** Sign in; sets the cookie (HttpOnly, SameSite=Strict). Too many wrong passwords: 429 with retry_after_seconds */
  "POST /session": { path: {}; query: {}; body: { "name": string; "password": string }; answer: Session; roles: never };
  /** Sign out */
  "DELETE /session": { path: {}; query: {}; body: null; answer: null; roles: never };
  /** One's own password; other sessions of the user end */
  "PUT /session/password": { path: {}; query: {}; body: { "old": string; "new": string }; answer: null; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** The first editor, with the word that stands in the terminal */
  "POST /set-up": { path: {}; query: {}; body: { "word": string; "name": string; "password": string }; answer: Session; roles: never };
  /** All users */
  "GET /users": { path: {}; query: {}; body: null; answer: Users; roles: 'editor' | 'auditor' };
  /** Add a user */
  "POST /users": { path: {}; query: {}; body: { "name": string; "role": Role; "password": string }; answer: User; roles: 'editor' };
  /** Change role, password, standing; ends the user's sessions */
  "PATCH /users/{name}": { path: { "name": string }; query: {}; body: { "role"?: Role; "password"?: string; "disabled"?: boolean; "unlock"?: boolean }; answer: User; roles: 'editor' };
  /** API tokens */
  "GET /tokens": { path: {}; query: {}; body: null; answer: Tokens; roles: 'editor' | 'auditor' };
  /** Make a token; sent as Authorization: Bearer … */
  "POST /tokens": { path: {}; query: {}; body: { "name": string; "role": Role; /** Valid for so many days; left out: 90 */ "days"?: number }; answer: Token; roles: 'editor' };
  /** End a token */
  "DELETE /tokens/{id}": { path: { "id": number }; query: {}; body: null; answer: null; roles: 'editor' };
  /** Counts and state */
  "GET /desk": { path: {}; query: {}; body: null; answer: Desk; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Codes with their labels in both languages */
  "GET /vocabulary": { path: {}; query: {}; body: null; answer: Vocabulary; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Settings of the desk */
  "GET /settings": { path: {}; query: {}; body: null; answer: Settings; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Change settings */
  "PATCH /settings": { path: {}; query: {}; body: { "desk_name"?: string; "language"?: 'en' | 'ar'; "country"?: string; "second_reader_dead"?: number; "second_reader_share"?: number }; answer: Settings; roles: 'editor' };
  /** Server-sent events: `batch` with a Batch, `changed` with {"revision": newest}; a comment line every 15 s keeps it open */
  "GET /events": { path: {}; query: {}; body: null; answer: null; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Reports, newest first */
  "GET /inbox": { path: {}; query: { "state"?: 'all' | 'not_read' | 'no_incident' | 'with_incident'; "batch"?: string; "words"?: string; "cursor"?: string; "limit"?: number }; body: null; answer: Inbox; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Announce a file */
  "POST /inbox/uploads": { path: {}; query: {}; body: { /** With its folders: "monday/page.html" */ "name": string; "size": number }; answer: Upload; roles: 'monitor' | 'editor' };
  /** Send the next part of a file as application/octet-stream; offset is where it belongs (= received) */
  "PUT /inbox/uploads/{id}": { path: { "id": string }; query: { "offset": number }; body: null; answer: Upload; roles: 'monitor' | 'editor' };
  /** Forget a file */
  "DELETE /inbox/uploads/{id}": { path: { "id": string }; query: {}; body: null; answer: null; roles: 'monitor' | 'editor' };
  /** The last batches, newest first */
  "GET /inbox/batches": { path: {}; query: {}; body: null; answer: Batches; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Read uploads, pasted texts and addresses in */
  "POST /inbox/batches": { path: {}; query: {}; body: { "uploads"?: Array<string>; "texts"?: Array<{ "text": string; "title"?: string; "publisher"?: string; "url"?: string; /** ISO 8601 day */ "published"?: string }>; "urls"?: Array<string>; /** For documents that do not name theirs */ "publisher"?: string }; answer: Batch; roles: 'monitor' | 'editor' };
  /** One batch */
  "GET /inbox/batches/{id}": { path: { "id": string }; query: {}; body: null; answer: Batch; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Stop it; what is stored stays */
  "DELETE /inbox/batches/{id}": { path: { "id": string }; query: {}; body: null; answer: Batch; roles: 'monitor' | 'editor' };
  /** What was refused, with the reason, newest first */
  "GET /inbox/refused": { path: {}; query: { "cursor"?: string; "limit"?: number }; body: null; answer: Refusals; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Feeds */
  "GET /feeds": { path: {}; query: {}; body: null; answer: Feeds; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Add a feed */
  "POST /feeds": { path: {}; query: {}; body: { "url": string; "name"?: string; "publisher"?: string }; answer: Feed; roles: 'monitor' | 'editor' };
  /** Change a feed */
  "PATCH /feeds/{id}": { path: { "id": number }; query: {}; body: { "name"?: string; "publisher"?: string; "paused"?: boolean }; answer: Feed; roles: 'monitor' | 'editor' };
  /** Drop a feed; what it brought stays */
  "DELETE /feeds/{id}": { path: { "id": number }; query: {}; body: null; answer: null; roles: 'monitor' | 'editor' };
  /** Fetch all feeds that are not paused */
  "POST /feeds/fetch": { path: {}; query: {}; body: null; answer: Batch; roles: 'monitor' | 'editor' };
  /** Fetch one feed */
  "POST /feeds/{id}/fetch": { path: { "id": number }; query: {}; body: null; answer: Batch; roles: 'monitor' | 'editor' };
  /** A report's text with all spans */
  "GET /reports/{id}": { path: { "id": number }; query: {}; body: null; answer: ReportText; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** The bytes as received, always as a download */
  "GET /reports/{id}/original": { path: { "id": number }; query: {}; body: null; answer: null; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** What waits for a person, by doubt and weight */
  "GET /review/queue": { path: {}; query: { "stage"?: 'first' | 'second'; "month"?: string; "from"?: string; "until"?: string; "area"?: string; "district"?: string; "kind"?: string; "status"?: string; "cursor"?: string; "limit"?: number }; body: null; answer: Queue; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Agreement of readers, by field */
  "GET /review/agreement": { path: {}; query: { "month"?: string }; body: null; answer: Agreement; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Pairs that are likely the same, likeliest first */
  "GET /review/proposals": { path: {}; query: { "cursor"?: string; "limit"?: number }; body: null; answer: Pairs; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Any two incidents side by side */
  "GET /review/compare": { path: {}; query: { "a": string; "b": string }; body: null; answer: Pair; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Decide a pair: same merges b into a (version_a and version_b as read); different keeps them apart for ever; unsure only hides the pair from the asker's list */
  "POST /review/decide": { path: {}; query: {}; body: { /** Incident, "I42" */ "a": string; /** Incident, "I42" */ "b": string; "verdict": 'same' | 'different' | 'unsure'; /** The reason, kept with the change */ "because": string; "version_a"?: number; "version_b"?: number }; answer: Change; roles: 'monitor' | 'editor' };
  /** Incidents by filters */
  "GET /incidents": { path: {}; query: { "month"?: string; "from"?: string; "until"?: string; "area"?: string; "district"?: string; "kind"?: string; "status"?: string; "target"?: string; "grade"?: string; "actor"?: string; "reviewed"?: 'yes' | 'no'; "second"?: 'needed' | 'done' | 'disagrees'; "conflicts"?: 'yes' | 'no'; "background"?: 'yes' | 'no'; "withdrawn"?: 'yes' | 'no'; "dead"?: number; "within"?: string; "words"?: string; "sort"?: '-date' | 'date' | '-dead' | 'doubt' | '-id' | 'id'; "cursor"?: string; "limit"?: number }; body: null; answer: IncidentRows; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** One action on many incidents; each with its version; what fails is said and stops nothing */
  "POST /incidents/bulk": { path: {}; query: {}; body: { "action": 'accept' | 'withdraw' | 'set'; "incidents": Array<{ /** Incident, "I42" */ "id": string; "version": number }>; "set"?: Record<string, string>; "because"?: string }; answer: BulkResult; roles: 'monitor' | 'editor' };
  /** What the filters show, through the gate */
  "GET /incidents/export": { path: {}; query: { "month"?: string; "from"?: string; "until"?: string; "area"?: string; "district"?: string; "kind"?: string; "status"?: string; "target"?: string; "grade"?: string; "actor"?: string; "reviewed"?: 'yes' | 'no'; "second"?: 'needed' | 'done' | 'disagrees'; "conflicts"?: 'yes' | 'no'; "background"?: 'yes' | 'no'; "withdrawn"?: 'yes' | 'no'; "dead"?: number; "within"?: string; "words"?: string; "format": 'csv' | 'geojson' | 'xlsx' | 'kml' | 'gpkg' | 'acled' | 'ged' | 'gtd' | 'plover' | 'hxl' | 'atom' | 'cap' }; body: null; answer: null; roles: 'editor' };
  /** An incident with all accounts, values, conflicts. ETag */
  "GET /incidents/{id}": { path: { "id": string }; query: {}; body: null; answer: Incident; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Correct fields; values as in Field.value, "unknown" too; place takes a gazetteer id; admiralty_source A–F, admiralty_item 1–6 */
  "PATCH /incidents/{id}": { path: { "id": string }; query: {}; body: { "set": Record<string, string>; /** The reason, kept with the change */ "because": string }; answer: Change; roles: 'monitor' | 'editor' };
  /** A person has read it and agrees */
  "POST /incidents/{id}/accept": { path: { "id": string }; query: {}; body: null; answer: Change; roles: 'monitor' | 'editor' };
  /** It is no incident; a tombstone stays */
  "POST /incidents/{id}/withdraw": { path: { "id": string }; query: {}; body: { /** The reason, kept with the change */ "because": string }; answer: Change; roles: 'monitor' | 'editor' };
  /** Accounts of it are another incident (other) */
  "POST /incidents/{id}/split": { path: { "id": string }; query: {}; body: { "accounts": Array<number>; /** The reason, kept with the change */ "because": string }; answer: Change; roles: 'monitor' | 'editor' };
  /** Another incident is this one; its id forwards */
  "POST /incidents/{id}/merge": { path: { "id": string }; query: {}; body: { /** Incident, "I42" */ "from": string; "from_version": number; /** The reason, kept with the change */ "because": string }; answer: Change; roles: 'monitor' | 'editor' };
  /** Who changed what, when, why, newest first */
  "GET /incidents/{id}/history": { path: { "id": string }; query: {}; body: null; answer: History; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Why its reports were (not) joined */
  "GET /incidents/{id}/why": { path: { "id": string }; query: {}; body: null; answer: Judgements; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** What a second reader codes, without having been shown the first's values: field → value */
  "POST /incidents/{id}/second-reading": { path: { "id": string }; query: {}; body: { "values": Record<string, string>; "note"?: string }; answer: Incident; roles: 'monitor' | 'editor' };
  /** An editor has decided a disagreement (correct the incident first where needed) */
  "POST /second-readings/{id}/decide": { path: { "id": number }; query: {}; body: { /** The reason, kept with the change */ "because": string }; answer: Incident; roles: 'editor' };
  /** All changes, newest first */
  "GET /revisions": { path: {}; query: { "who"?: string; "action"?: string; "cursor"?: string; "limit"?: number }; body: null; answer: Revisions; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Take a change back; an undo can be undone */
  "POST /revisions/{id}/undo": { path: { "id": number }; query: {}; body: { /** The reason, kept with the change */ "because": string }; answer: Change; roles: 'monitor' | 'editor' };
  /** One's own and the desk's saved views */
  "GET /views": { path: {}; query: {}; body: null; answer: Views; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Save a view */
  "POST /views": { path: {}; query: {}; body: { "name": string; "page": 'incidents' | 'map' | 'review' | 'tallies'; "query": Record<string, unknown>; "columns"?: Array<string>; "shared"?: boolean }; answer: View; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Replace a view of one's own */
  "PUT /views/{id}": { path: { "id": number }; query: {}; body: { "name": string; "page": 'incidents' | 'map' | 'review' | 'tallies'; "query": Record<string, unknown>; "columns"?: Array<string>; "shared"?: boolean }; answer: View; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Drop a view of one's own */
  "DELETE /views/{id}": { path: { "id": number }; query: {}; body: null; answer: null; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Counts by governorate and district, points, areas, unlocated; for another month ask again with its dates */
  "GET /map": { path: {}; query: { "month"?: string; "from"?: string; "until"?: string; "area"?: string; "district"?: string; "kind"?: string; "status"?: string; "target"?: string; "grade"?: string; "actor"?: string; "reviewed"?: 'yes' | 'no'; "second"?: 'needed' | 'done' | 'disagrees'; "conflicts"?: 'yes' | 'no'; "background"?: 'yes' | 'no'; "withdrawn"?: 'yes' | 'no'; "dead"?: number; "within"?: string; "words"?: string }; body: null; answer: Map; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Outlines for the basemap; level governorate and region need a country */
  "GET /map/outlines": { path: {}; query: { "level"?: 'country' | 'governorate' | 'district' | 'region'; "country"?: string }; body: null; answer: Outlines; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Counts over time */
  "GET /timeline": { path: {}; query: { "month"?: string; "from"?: string; "until"?: string; "area"?: string; "district"?: string; "kind"?: string; "status"?: string; "target"?: string; "grade"?: string; "actor"?: string; "reviewed"?: 'yes' | 'no'; "second"?: 'needed' | 'done' | 'disagrees'; "conflicts"?: 'yes' | 'no'; "background"?: 'yes' | 'no'; "withdrawn"?: 'yes' | 'no'; "dead"?: number; "within"?: string; "words"?: string; "by"?: 'day' | 'week' | 'month' }; body: null; answer: Timeline; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** The register of sources */
  "GET /sources": { path: {}; query: { "words"?: string; "reliability"?: string; "cursor"?: string; "limit"?: number }; body: null; answer: Sources; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Reliability, group, note */
  "PATCH /sources/{id}": { path: { "id": number }; query: {}; body: { "reliability"?: Letter; "group"?: number | null; "note"?: string; /** The reason, kept with the change */ "because": string }; answer: Source; roles: 'editor' | 'source_keeper' };
  /** Groups of sources that depend on each other */
  "GET /source-groups": { path: {}; query: {}; body: null; answer: SourceGroups; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Make a group */
  "POST /source-groups": { path: {}; query: {}; body: { "name": string; "sources": Array<number> }; answer: SourceGroup; roles: 'editor' | 'source_keeper' };
  /** Replace a group */
  "PUT /source-groups/{id}": { path: { "id": number }; query: {}; body: { "name": string; "sources": Array<number> }; answer: SourceGroup; roles: 'editor' | 'source_keeper' };
  /** Drop a group; its sources stay */
  "DELETE /source-groups/{id}": { path: { "id": number }; query: {}; body: null; answer: null; roles: 'editor' | 'source_keeper' };
  /** The gazetteer, any spelling and script, best first; without a name the places of the record, those with most incidents first */
  "GET /places": { path: {}; query: { "name"?: string; "country"?: string; "admin1"?: string; "near"?: string; "limit"?: number }; body: null; answer: PlacesFound; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Spellings and places added by the desk */
  "GET /places/spellings": { path: {}; query: {}; body: null; answer: Spellings; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Add a spelling of a place, or a place of one's own (place instead of gazetteer_id) */
  "POST /places/spellings": { path: {}; query: {}; body: { "gazetteer_id"?: string; "spelling": string; "language": 'en' | 'ar' | 'ku'; "place"?: { "name": string; "name_ar"?: string; "country": string; "admin1_code"?: string; "lat": number; "lon": number; "kind": 'settlement' | 'site' | 'region' | 'water' | 'road' } }; answer: Spelling; roles: 'monitor' | 'editor' };
  /** Drop one */
  "DELETE /places/spellings/{id}": { path: { "id": number }; query: {}; body: null; answer: null; roles: 'monitor' | 'editor' };
  /** The register of actors and the desk's own */
  "GET /actors": { path: {}; query: { "words"?: string; "from"?: 'register' | 'desk'; "cursor"?: string; "limit"?: number }; body: null; answer: Actors; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Add an actor, or names to one of the register */
  "POST /actors": { path: {}; query: {}; body: { "name": string; "parent"?: string; "side"?: 'insurgent' | 'state_force' | 'foreign_force' | 'militia' | 'official' | 'civilians' | 'other'; "names_en"?: Array<string>; "names_ar"?: Array<string> }; answer: Actor; roles: 'monitor' | 'editor' };
  /** Drop what the desk added */
  "DELETE /actors/{name}": { path: { "name": string }; query: {}; body: null; answer: null; roles: 'monitor' | 'editor' };
  /** All months with incidents, newest first */
  "GET /months": { path: {}; query: {}; body: null; answer: Months; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** State, checks, editions */
  "GET /months/{month}": { path: { "month": string }; query: { "area"?: string }; body: null; answer: Month; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** The foreword of its report */
  "PATCH /months/{month}": { path: { "month": string }; query: {}; body: { "foreword_en"?: string; "foreword_ar"?: string }; answer: Month; roles: 'editor' };
  /** Close it; 409 with the checks that block */
  "POST /months/{month}/close": { path: { "month": string }; query: {}; body: null; answer: Month; roles: 'editor' };
  /** Open it again */
  "POST /months/{month}/reopen": { path: { "month": string }; query: {}; body: { /** The reason, kept with the change */ "because": string }; answer: Month; roles: 'editor' };
  /** The situation report as it would be released, marked as a preview; 409 with the rule when the gate stops it */
  "GET /months/{month}/report": { path: { "month": string }; query: { "area"?: string; "lang"?: 'en' | 'ar'; "format"?: 'html' | 'md' | 'docx' | 'pdf' }; body: null; answer: null; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** What changed since the last edition */
  "GET /months/{month}/changes": { path: { "month": string }; query: { "area"?: string }; body: null; answer: MonthChanges; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Field by field what would leave, each rule passed or failed with the offending value */
  "GET /months/{month}/gate": { path: { "month": string }; query: { "area"?: string; "only"?: 'all' | 'touched' | 'failed'; "cursor"?: string; "limit"?: number }; body: null; answer: Gate; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** Publish an edition: final needs a closed month; 409 with the gate's answer */
  "POST /months/{month}/release": { path: { "month": string }; query: {}; body: { "area"?: string; "stage": 'provisional' | 'final' }; answer: Edition; roles: 'editor' };
  /** All editions, newest first */
  "GET /editions": { path: {}; query: {}; body: null; answer: Editions; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** A file of an edition as released; NAME.pdf prints NAME.html of the edition */
  "GET /editions/{id}/files/{name}": { path: { "id": number; "name": string }; query: {}; body: null; answer: null; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** What others claim beside our count */
  "GET /tallies": { path: {}; query: { "month"?: string; "from"?: string; "until"?: string; "area"?: string; "words"?: string; "cursor"?: string; "limit"?: number }; body: null; answer: Tallies; roles: 'monitor' | 'editor' | 'source_keeper' | 'auditor' };
  /** The append-only log, newest first */
  "GET /audit": { path: {}; query: { "action"?: string; "cursor"?: string; "limit"?: number }; body: null; answer: LogEntries; roles: 'editor' | 'auditor' };
  /** The last verification */
  "GET /audit/verification": { path: {}; query: {}; body: null; answer: Verification; roles: 'editor' | 'auditor' };
  /** Re-hash the originals, walk the chain */
  "POST /audit/verification": { path: {}; query: {}; body: null; answer: Verification; roles: 'editor' | 'auditor' };
}
