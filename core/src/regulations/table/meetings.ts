import type { MeetingRulesView } from '../contract-meetings.ts';
import { presentMeetings } from '../meetings/present.ts';
import type { Section } from './sections.ts';
import { type Reader, word } from './words-of-rows.ts';

type Body = MeetingRulesView['items'][number];

const list = (reader: Reader, words: readonly string[]): string => words.join(word(reader, '、', ', '));

/** What a body must keep to, one thing after the other: 「公開／記録する事項：…／会議録：…」 */
function rules(reader: Reader, body: Body): string {
  const { confirmation, signers, classification: filed } = body;
  const silent =
    confirmation?.silence === 'AGREES'
      ? word(reader, '、答えがなければ同意とみなす', '; who does not answer agrees')
      : word(reader, '、答えを待つ', '; answers are awaited');
  const said: readonly (readonly [string, string | undefined])[] = [
    [word(reader, '事務局', 'secretariat'), list(reader, body.secretariat)],
    [
      word(reader, '非公開の理由', 'closed on'),
      list(
        reader,
        body.closedGrounds.map((ground) => ground.groundId),
      ),
    ],
    [
      word(reader, '記録する事項', 'recorded'),
      list(
        reader,
        body.required.map(({ name }) => name),
      ),
    ],
    [word(reader, '会議概要', 'summary'), body.summary?.sentence],
    [word(reader, '会議録', 'minutes'), body.minutes?.sentence],
    [word(reader, '確認', 'confirmed'), confirmation ? `${confirmation.sentence}${silent}` : undefined],
    [word(reader, '署名委員', 'signers'), signers === 0 ? undefined : word(reader, `${signers}人`, String(signers))],
    [word(reader, '決裁の事案', 'decided as'), body.decision?.name],
    [word(reader, '文書分類', 'filed under'), filed ? `${filed.code} ${filed.path}` : undefined],
    [word(reader, '録音', 'recordings'), body.recording?.sentence],
    [word(reader, '録音の知らせ', 'told of recording'), body.notice?.text],
  ];
  const open = body.openness === 'OPEN' ? word(reader, '公開', 'open') : word(reader, '非公開', 'closed');
  return [open, ...said.flatMap(([label, words]) => (words ? [`${label}：${words}`] : []))].join('／');
}

/** The bodies that keep minutes, and the grounds for closing a meeting; none where there are no rules of meetings. */
export function meetingSections(reader: Reader): Section[] {
  const { meetings } = reader.pack.file;
  if (!meetings) return [];
  const { locale } = reader;
  const { title, items } = presentMeetings(reader.pack, locale);
  const row = word(reader, '行', 'row');
  const article = word(reader, '根拠', 'article');
  const bodies = {
    title: title ?? '',
    head: [
      ...[row, word(reader, '会議体', 'body'), word(reader, '定め', 'rule'), article],
      word(reader, '理由文', 'sentence'),
    ],
    rows: items.map((body) => [body.bodyId, body.name, rules(reader, body), body.article, body.sentence]),
  };
  const grounds = {
    title: word(reader, '会議を非公開とする理由', 'Grounds for closing a meeting'),
    head: [row, word(reader, '理由', 'ground'), article],
    rows: meetings.grounds.map(({ id, text, article: of }) => [id, text[locale], of]),
  };
  return [bodies, grounds].filter(({ rows }) => rows.length > 0);
}
