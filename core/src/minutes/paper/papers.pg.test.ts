import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { docx } from '../../records/docx.fixture.ts';
import type { Download } from '../../shared/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import type { MeetingLines, MeetingView, PublicationPreview, PublicationView, TemplateList } from '../contract.ts';

const VTT = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v 青空一郎>議題1、開館時間について説明をお願いします。</v>

00:00:05.000 --> 00:00:08.000
<v 港川次郎>えー、電話は090-1234-5678の霧島花子さんから要望がありました。</v>

00:00:09.000 --> 00:00:12.000
<v 青空一郎>では、案のとおり決定します。</v>
`;

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('2026-11-20T15:00:00+09:00');
  await hall.city.test.owner.query(
    `insert into kaigi.directory_role (municipality_id, grant_id, staff_id, role, valid_from)
     select municipality_id, gen_random_uuid(), staff_id, 'ADMIN', '2026-04-01'
     from kaigi.directory_staff where sign_in_name = 'general-affairs-head'`,
  );
});
afterAll(() => hall.city.close());

interface Upload {
  readonly path: string;
  readonly id?: string;
  readonly body: object;
  readonly file: { readonly fileName: string; readonly bytes: Uint8Array };
}

function upload<T>(name: string, { path, id, body, file }: Upload): Promise<T> {
  const route = hall.city.suite.routes.find((one) => one.method === 'POST' && one.path === path);
  const given = { params: { id }, query: {}, body: route?.body?.parse(body), file };
  return route?.handle(hall.city.as(name), given) as Promise<T>;
}

/** A council's meeting with three remarks, one 議題 and one decision. */
async function meeting(name = 'drafter') {
  const attendee = (called: string, role: string) => ({ id: randomUUID(), staffId: null, name: called, role });
  const attendees = [attendee('青空一郎', 'CHAIR'), attendee('港川次郎', 'MEMBER')];
  const body = { title: '第3回計画審議会', heldOn: '2026-11-20', bodyId: 'meeting.planning-council', attendees };
  const { id, version } = await hall.call<MeetingView>(name, 'POST /meetings', { body });
  const file = { fileName: '会議.vtt', bytes: new TextEncoder().encode(VTT) };
  await upload(name, { path: '/meetings/{id}/transcript', id, body: { version, despiteDoubts: true }, file });
  const { lines } = await hall.call<MeetingLines>(name, 'GET /meetings/{id}/transcript', { params: { id } });
  const [first, second, third] = lines.map((line) => line.id);
  const itemId = randomUUID();
  const edits = [
    { op: 'ADD', id: itemId, part: 'ITEM', itemId: null, after: null, text: '開館時間について', sources: [first] },
    {
      ...{ op: 'ADD', id: randomUUID(), part: 'DECISION', itemId, after: null, text: '霧島花子氏の要望を容れる。' },
      ...{ sources: [third], outcome: 'APPROVED_AS_PROPOSED' },
    },
  ];
  await hall.call(name, 'POST /meetings/{id}/minutes/edits', { params: { id }, body: { edits } });
  return { id, itemId, lines, second: second ?? '' };
}

const paper = (name: string, id: string, what: { form: string; copy?: boolean }) =>
  hall.call<Download>(name, `GET /meetings/{id}/${what.copy ? 'publication/' : ''}paper`, {
    ...{ params: { id }, query: { form: what.form } },
  });
const wordsOf = async ({ bytes }: Download) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
const everythingIn = ({ bytes, fileName }: Download) =>
  [fileName, ...Object.entries(unzipSync(bytes)).map(([name, part]) => `${name}${strFromU8(part)}`)].join('\n');
const edit = (id: string, version: number, ...edits: object[]) =>
  hall.call<PublicationView>('drafter', 'POST /meetings/{id}/publication/edits', {
    ...{ params: { id }, body: { version, edits } },
  });
const publication = (id: string, name = 'drafter') =>
  hall.call<PublicationView>(name, 'GET /meetings/{id}/publication', { params: { id } });

describe('papers of a meeting', () => {
  it('M-17: whoever may see a meeting has its minutes as a Word file; others are not even told of it', async () => {
    const { id } = await meeting();
    const report = await paper('section-head', id, { form: 'REPORT' });
    expect(report.fileName).toBe('会議結果報告書_第3回計画審議会.docx');
    expect(await wordsOf(report)).toContain('■案のとおり決定');
    expect(await wordsOf(await paper('drafter', id, { form: 'CLEAN' }))).toContain(
      '○青空一郎　議題1、開館時間について',
    );
    expect(await hall.refused(paper('other-section', id, { form: 'REPORT' }))).toBe('minutes.meeting_not_found');
  });

  it("M-17: the city's own template takes the place of the default, that of the 会議体 before that of all", async () => {
    const { id } = await meeting();
    const bring = (says: string, bodyId: string | null = null, name = 'general-affairs-head') => {
      const file = { fileName: '市の様式.docx', bytes: new Uint8Array(docx([says, '{会議名}'])) };
      return upload<TemplateList>(name, { path: '/minutes/templates', body: { form: 'SUMMARY', bodyId }, file });
    };
    const summary = async () => wordsOf(await paper('drafter', id, { form: 'SUMMARY' }));
    await bring('市の概要');
    expect(await summary()).toBe('市の概要\n\n第3回計画審議会\n\n');
    const { items } = await bring('審議会の概要', 'meeting.planning-council');
    expect(items.map(({ bodyId, fileName }) => [bodyId, fileName])).toEqual([
      [null, '市の様式.docx'],
      ['meeting.planning-council', '市の様式.docx'],
    ]);
    expect(await summary()).toContain('審議会の概要');
    await bring('審議会の新しい概要', 'meeting.planning-council');
    expect(await summary()).toContain('審議会の新しい概要');
    const { items: now } = await hall.call<TemplateList>('drafter', 'GET /minutes/templates');
    for (const one of now)
      await hall.call('general-affairs-head', 'DELETE /minutes/templates/{id}', { params: { id: one.id } });
    expect(await summary()).toContain('会議概要');
  });

  it('M-17: only the administrator brings templates, and only sound ones with known tags', async () => {
    const bring = (name: string, bytes: Uint8Array, bodyId: string | null = null) =>
      hall.refused(
        upload(name, { path: '/minutes/templates', body: { form: 'REPORT', bodyId }, file: { fileName: 'x', bytes } }),
      );
    expect(await bring('drafter', docx(['{会議名}']))).toBe('minutes.templates_not_yours');
    expect(await bring('general-affairs-head', docx(['{市長の印}']))).toBe('minutes.template_unknown_tags');
    expect(await bring('general-affairs-head', new Uint8Array([80, 75, 3, 4, 0]))).toBe('records.damaged');
    expect(await bring('general-affairs-head', new Uint8Array())).toBe('minutes.template_empty');
    expect(await bring('general-affairs-head', docx(['{会議名}']), 'meeting.none')).toBe('minutes.body_unknown');
    const { items, may } = await hall.call<TemplateList>('drafter', 'GET /minutes/templates');
    expect([items, may]).toEqual([[], { change: false }]);
  });
});

describe('publication copies of a meeting', () => {
  it('M-16: what is redacted is nowhere in the copy and stays in the minutes', async () => {
    const { id, second, lines } = await meeting();
    const { version, candidates, grounds } = await publication(id);
    expect(grounds.map((ground) => ground.id)).toEqual(['PERSONAL', 'CORPORATE', 'DELIBERATION']);
    const proposed = candidates.words.map(({ targetId, words, why }) => [targetId, why, words]);
    expect(proposed).toContainEqual([second, 'PHONE', '090-1234-5678']);
    const text = lines.find((line) => line.id === second)?.text ?? '';
    const hide = (words: string) => ({
      ...{ op: 'WORDS', id: randomUUID(), of: 'LINE', targetId: second, version: 1, ground: 'PERSONAL' },
      ...{ from: text.indexOf(words), to: text.indexOf(words) + words.length },
    });
    const after = await edit(id, version, hide('霧島花子'), hide('090-1234-5678'));
    expect([after.version, after.ready, after.redactions.length, after.candidates.words]).toEqual([1, true, 2, []]);
    const preview = await hall.call<PublicationPreview>('drafter', 'GET /meetings/{id}/publication/preview', {
      params: { id },
    });
    expect([preview.version, preview.texts.find((one) => one.id === second)]).toMatchObject([
      ...[1, { version: 1, copy: 'えー、電話は■■■の■■■さんから要望がありました。' }],
    ]);
    for (const form of ['REPORT', 'VERBATIM', 'CLEAN', 'KEY_POINTS', 'SUMMARY', 'DECISIONS']) {
      const everything = everythingIn(await paper('drafter', id, { form, copy: true }));
      expect(everything).not.toMatch(/霧島|花子|090|5678/u);
      expect(everything).toContain('みなと市情報公開条例 第7条第1号（個人に関する情報）');
    }
    expect(await wordsOf(await paper('drafter', id, { form: 'VERBATIM' }))).toContain('090-1234-5678の霧島花子');
  });

  it('M-16: a text that changes after it was redacted stops the copy until somebody has looked', async () => {
    const { id, second, lines } = await meeting();
    const text = lines.find((line) => line.id === second)?.text ?? '';
    const from = text.indexOf('霧島花子');
    const redaction = {
      op: 'WORDS',
      id: randomUUID(),
      of: 'LINE',
      targetId: second,
      ground: 'PERSONAL',
      from,
      to: from + 4,
    };
    await edit(id, 0, { ...redaction, version: 1 });
    const edits = [{ op: 'TEXT', lineId: second, version: 1, text: text.replace('えー、', '') }];
    await hall.call('drafter', 'POST /meetings/{id}/transcript/edits', { params: { id }, body: { edits } });
    const { ready, redactions } = await publication(id);
    expect([ready, redactions[0]?.problem?.why]).toEqual([false, 'CHANGED']);
    expect(await hall.refused(paper('drafter', id, { form: 'CLEAN', copy: true }))).toBe('minutes.copy_problems');
    const anew = { ...redaction, id: randomUUID(), from: from - 3, to: from + 1 };
    expect(await hall.refused(edit(id, 1, { ...anew, version: 1 }))).toBe('minutes.redaction_stale');
    await edit(id, 1, { op: 'REMOVE', id: redaction.id }, { ...anew, version: 2 });
    expect(everythingIn(await paper('drafter', id, { form: 'CLEAN', copy: true }))).not.toContain('霧島');
  });

  it('M-16: a closed 議題 is left out, and only on a ground of the rules', async () => {
    const { id, itemId } = await meeting();
    const close = (ground: string) => ({ op: 'ITEM', id: randomUUID(), itemId, ground });
    expect(await hall.refused(edit(id, 0, close('BECAUSE')))).toBe('minutes.ground_unknown');
    await edit(id, 0, close('DELIBERATION'));
    const words = await wordsOf(await paper('drafter', id, { form: 'VERBATIM', copy: true }));
    expect(words).toContain('（非公開：みなと市情報公開条例');
    expect(words).not.toMatch(/開館時間|霧島|決定します/u);
  });

  it('M-16: of two who redact at the same time the later is told; others look at nothing', async () => {
    const { id, itemId } = await meeting();
    const close = () => ({ op: 'ITEM', id: randomUUID(), itemId, ground: 'PERSONAL' });
    await edit(id, 0, close());
    expect(await hall.refused(edit(id, 0, close()))).toBe('minutes.publication_stale');
    expect(await hall.refused(publication(id, 'other-section'))).toBe('minutes.meeting_not_found');
    expect(await hall.refused(publication(id, 'auditor'))).toBe('minutes.meeting_not_yours');
    const preview = hall.call('auditor', 'GET /meetings/{id}/publication/preview', { params: { id } });
    expect(await hall.refused(preview)).toBe('minutes.meeting_not_yours');
  });

  it('M-16: the history says that words were redacted and on what ground, and not which', async () => {
    const { id, second } = await meeting();
    await edit(id, 0, {
      ...{
        op: 'WORDS',
        id: randomUUID(),
        of: 'LINE',
        targetId: second,
        version: 1,
        from: 0,
        to: 3,
        ground: 'PERSONAL',
      },
      scope: 'HERE',
    });
    const { rows } = await hall.city.test.owner.query(
      `select fact from kaigi.minutes_fact where subject_kind = 'publication' and subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([
      { fact: { added: 1, removed: 0, grounds: ['PERSONAL'], digest: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
  });
});
