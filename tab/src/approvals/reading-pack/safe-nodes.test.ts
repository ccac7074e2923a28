import { describe, expect, it } from '@jest/globals';
import { type NodeLike, safeNodes } from './safe-nodes.ts';

const text = (nodeValue: string): NodeLike => ({ nodeType: 3, nodeName: '#text', nodeValue, childNodes: [] });
const element = (
  nodeName: string,
  childNodes: readonly NodeLike[] = [],
  names: Record<string, string> = {},
): NodeLike => ({
  nodeType: 1,
  nodeName,
  nodeValue: null,
  childNodes,
  getAttribute: (name) => names[name] ?? null,
});
const plain = (tag: string, ...children: unknown[]) => ({ tag, picture: null, spans: null, children });

describe('A-29: a paper on the page', () => {
  it('keeps paragraphs and their words', () => {
    const nodes = safeNodes([element('P', [text('伺い'), element('STRONG', [text('重要')])])]);
    expect(nodes).toEqual([plain('p', '伺い', plain('strong', '重要'))]);
  });

  it('drops scripts, and of what it does not know keeps only the words', () => {
    const nodes = safeNodes([
      element('SCRIPT', [text('alert(1)')]),
      element('STYLE', [text('p{}')]),
      element('A', [text('リンク')], { href: 'javascript:alert(1)' }),
      element('IFRAME', []),
    ]);
    expect(nodes).toEqual(['リンク']);
  });

  it('shows pictures that come with the paper and loads none from elsewhere', () => {
    const picture = (src: string) => safeNodes([element('IMG', [], { src, alt: '図' })]);
    expect(picture('https://example.com/x.png')).toEqual([]);
    expect(picture('data:image/svg+xml;base64,AAAA')).toEqual([]);
    expect(picture('data:image/png;base64,AAAA')).toEqual([
      { tag: 'img', picture: { src: 'data:image/png;base64,AAAA', alt: '図' }, spans: null, children: [] },
    ]);
  });

  it('keeps spans of cells within reason, and no spaces between rows', () => {
    const cell = element('TD', [text('計')], { colspan: '2', rowspan: '99999' });
    expect(safeNodes([element('TR', [text('\n  '), cell])])).toEqual([
      plain('tr', { tag: 'td', picture: null, spans: { colSpan: 2, rowSpan: 1 }, children: ['計'] }),
    ]);
  });

  it('does not follow a tower of elements for ever', () => {
    let tower = element('P', [text('底')]);
    for (let height = 0; height < 500; height += 1) tower = element('UL', [tower]);
    expect(JSON.stringify(safeNodes([tower]))).not.toContain('底');
  });
});
