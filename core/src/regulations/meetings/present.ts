import type { Locale, Sentence } from '../../shared/index.ts';
import type { MeetingRulesView } from '../contract-meetings.ts';
import type { Pack } from '../engine/pack.ts';
import { meetingRulesOf } from './of-pack.ts';
import type { MeetingBody, Term } from './vocabulary.ts';
import { ITEM_NAMES, keptWords, SINCE, termWords } from './words.ts';

type Item = MeetingRulesView['items'][number];

const term = (one: Term, since: Sentence, locale: Locale) => ({ ...one, sentence: termWords(one, since, locale) });

function terms(
  { deadlines, confirmation }: MeetingBody,
  locale: Locale,
): Pick<Item, 'summary' | 'minutes' | 'confirmation'> {
  const { summary, minutes } = deadlines;
  return {
    summary: summary && term(summary, SINCE.meeting, locale),
    minutes: minutes && term(minutes, SINCE.meeting, locale),
    confirmation: confirmation && {
      ...term(confirmation.term, SINCE.asking, locale),
      silence: confirmation.silence,
    },
  };
}

function classOf({ classifications }: Pack, code: string | null): Item['classification'] {
  const row = classifications.find((candidate) => candidate.code === code);
  if (!row) return null;
  const path = `${row.major} / ${row.middle} / ${row.minor}`;
  return { code: row.code, path, years: row.retentionYears, article: row.article };
}

function presentBody(pack: Pack, body: MeetingBody, locale: Locale): Item {
  const { id, name, sentence, article, kind, openness, signers, decision, recording, notice } = body;
  return {
    ...{ bodyId: id, name: name[locale], sentence: sentence[locale], article, kind, openness, signers },
    secretariat: body.secretariat.map(
      (code) => pack.file.organisation.units.find((unit) => unit.code === code)?.name ?? code,
    ),
    closedGrounds: body.closedGrounds.map((ground) => ({
      ...{ groundId: ground.id, text: ground.text[locale], article: ground.article },
    })),
    required: body.required.map((item) => ({ item, name: ITEM_NAMES[item][locale] })),
    ...terms(body, locale),
    decision: decision && {
      matter: decision.matter,
      name: pack.matters.get(decision.matter)?.name[locale] ?? decision.matter,
    },
    classification: classOf(pack, body.classification),
    recording: recording && {
      ...{ keepDays: recording.keepDays, article: recording.article },
      sentence: keptWords(recording.keepDays, locale),
    },
    notice: notice && { text: notice.text[locale], article: notice.article },
  };
}

/** The rules of meetings of a pack as a page shows them. */
export function presentMeetings(pack: Pack, locale: Locale): MeetingRulesView {
  const { file, version } = pack;
  return {
    regulationVersion: version,
    title: file.meetings?.title[locale] ?? null,
    article: file.meetings?.article ?? null,
    items: meetingRulesOf(file).bodies.map((body) => presentBody(pack, body, locale)),
  };
}
