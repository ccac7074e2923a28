import { describe, expect, it } from '@jest/globals';
import type { CapturedThread } from './contract.ts';
import { renderMail, renderThread } from './rendition.ts';

const by = { name: 'Ann', entraObjectId: null };
const message = { id: '1', at: '2026-11-20T01:00:00Z', editedAt: null, by, text: 'Hello', replyTo: null, links: [] };
const file = { messageId: '1', name: 'plan.docx', size: 3, sha256: 'a'.repeat(64) };
const thread: CapturedThread = {
  format: 'kaigi-capture/1',
  source: { from: 'TEAMS_CHAT', topic: 'Plans', link: null },
  participants: [by, { name: 'Bob', entraObjectId: null }],
  messages: [
    { ...message, editedAt: '2026-11-20T02:00:00Z' },
    { ...message, id: '2', by: null, text: '', deletedAt: '2026-11-20T03:00:00Z' },
  ],
  files: [
    { ...file, mediaType: 'x/y', base64: '' },
    { ...file, notKept: 'records.capture_file_too_large' },
    {
      messageId: '1',
      name: 'far.docx',
      url: 'https://sp.example/far',
      notFetched: 'records.capture_file_not_readable',
    },
  ],
};
const mail = { fields: [], text: 'Hello', files: [{ name: 'a.pdf', size: 5, sha256: 'b'.repeat(64) }] };
const WIDE = /[（）：、。]/u;

describe('R-27: a captured thread and a mail as a page', () => {
  it('in English have English brackets and commas, and none of the wide ones of Japanese', () => {
    const said = renderThread(thread, { title: 'Plans', locale: 'en' });
    expect(said).not.toMatch(WIDE);
    for (const words of [
      ...[
        '</time> (edited 20 November 2026',
        '<p>Participants: Ann, Bob</p>',
        '<pre>(deleted before it was filed)</pre>',
      ],
      ...[`plan.docx (3 bytes, SHA-256 ${file.sha256})`, ', contents not kept why: ', 'https://sp.example/far why: '],
    ])
      expect(said).toContain(words);
    const mailed = renderMail(mail, { title: 'Mail', locale: 'en' });
    expect(mailed).not.toMatch(WIDE);
    expect(mailed).toContain('a.pdf (5 bytes, SHA-256 ');
  });

  it('in Japanese have those of Japanese', () => {
    const said = renderThread(thread, { title: '計画', locale: 'ja' });
    for (const words of [
      '</time>（編集 令和8年11月20日',
      '<p>参加者：Ann、Bob</p>',
      '<pre>（登録の前に削除された',
      '（3バイト、SHA-256 ',
    ])
      expect(said).toContain(words);
    expect(renderMail(mail, { title: '便り', locale: 'ja' })).toContain('a.pdf（5バイト、SHA-256 ');
  });
});
