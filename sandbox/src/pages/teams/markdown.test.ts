import { describe, expect, it } from '@jest/globals';
import { type Block, type Inline, parseMarkdown, plainWords } from './markdown.ts';

describe('Markdown in messages', () => {
  it.each([
    ['**重要**なお知らせ', '<strong>重要</strong>なお知らせ'],
    ['*注意*と_注意_と~~取消~~', '<emphasis>注意</emphasis>と_注意_と<strike>取消</strike>'],
    ['a _b_ c', 'a <emphasis>b</emphasis> c'],
    ['`a*b*`', '<code>a*b*</code>'],
    ['file_name_1.docx と __init__', 'file_name_1.docx と <strong>init</strong>'],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['\\*そのまま\\*', '*そのまま*'],
    ['一行目\n二行目', '一行目<break/>二行目'],
    ['**太字の中の*斜体*です**', '<strong>太字の中の<emphasis>斜体</emphasis>です</strong>'],
  ])('shows %j', (source, shown) => {
    expect(inline(source)).toBe(shown);
  });

  it('makes links of safe addresses only', () => {
    expect(inline('[案件](https://example.com/a_(b)?c=d)')).toBe('<link https://example.com/a_(b)?c=d>案件</link>');
    expect(inline('詳しくはhttps://example.com/x。')).toBe(
      '詳しくは<link https://example.com/x>https://example.com/x</link>。',
    );
    expect(inline('[押す](javascript:alert(1))')).toBe('[押す](javascript:alert(1))');
    expect(inline('[押す](data:text/html,x)')).toBe('[押す](data:text/html,x)');
  });

  it('keeps markup as text', () => {
    expect(inline('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });

  it('reads paragraphs, lists, headings, quotes, rules and code', () => {
    const kinds = parseMarkdown('# 見出し\n\n本文\n- 一\n- 二\n3. 三\n> 引用\n---\n```\n**生**\n```\n').map(
      (block) => block.kind,
    );
    expect(kinds).toEqual(['heading', 'paragraph', 'list', 'list', 'quote', 'rule', 'code']);
  });

  it('keeps the first number of a list', () => {
    expect(parseMarkdown('3. 三\n4. 四')).toMatchObject([{ kind: 'list', ordered: true, start: 3, items: [{}, {}] }]);
  });

  it('takes an unclosed fence to the end, and nothing for nothing', () => {
    expect(parseMarkdown('```\nabc')).toEqual([{ kind: 'code', text: 'abc' }]);
    expect(parseMarkdown(' \n\n')).toEqual([]);
  });

  it('gives the words alone for a preview', () => {
    expect(plainWords('# 使い方\n- **受信箱**: [案件](https://example.com/)\n- `今どこ`\n\n一\n二')).toBe(
      '使い方 受信箱: 案件 今どこ 一 二',
    );
  });

  it('reads hostile input quickly', () => {
    const started = process.cpuUsage();
    parseMarkdown('['.repeat(20_000));
    parseMarkdown('**a'.repeat(5_000));
    parseMarkdown('*'.repeat(20_000));
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5_000);
  });
});

function inline(source: string): string {
  return parseMarkdown(source)
    .map((block: Block) => ('children' in block ? block.children.map(show).join('') : ''))
    .join('|');
}

function show(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return `<code>${node.text}</code>`;
    case 'break':
      return '<break/>';
    case 'link':
      return `<link ${node.url}>${node.children.map(show).join('')}</link>`;
    default:
      return `<${node.kind}>${node.children.map(show).join('')}</${node.kind}>`;
  }
}
