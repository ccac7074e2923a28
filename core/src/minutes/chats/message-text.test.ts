import { describe, expect, it } from '@jest/globals';
import { readBody } from './message-text.ts';

const read = (content: string) => readBody({ html: true, content }).text;

describe('the words of a message of Teams', () => {
  it.each([
    ['<div><p>一行目</p><p>二行目</p></div>', '一行目\n二行目'],
    ['<p>始め<br>次&nbsp;の&amp;行</p>', '始め\n次 の&行'],
    ['<ul><li>机</li><li>椅子</li></ul><ol><li>先</li><li>後</li></ol>', '・机\n・椅子\n1. 先\n2. 後'],
    ['<p><at id="0">青波 はるか</at>&nbsp;さん、お願いします</p>', '青波 はるか さん、お願いします'],
    ['<p>了解<emoji id="smile" alt="😀" title="笑顔"></emoji></p>', '了解😀'],
    ['<img itemtype="http://schema.skype.com/Emoji" alt="👨‍👩‍👧">', '👨‍👩‍👧'],
    ['<p>図のとおり<img src="https://graph.microsoft.com/x/$value" width="60"></p>', '図のとおり（画像）'],
    ['<blockquote>引いた文</blockquote><p>賛成です。</p>', '＞ 引いた文\n賛成です。'],
    ['<table><tr><td>項目</td><td>額</td></tr><tr><td>机</td><td>10</td></tr></table>', '項目　額\n机　10'],
  ])('%s', (html, text) => expect(read(html)).toBe(text));

  it('leaves out what it replies to, and says which message that is', () => {
    const html =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1617"><strong>甲</strong><p>前の話</p></blockquote><p>はい。</p>';
    expect(readBody({ html: true, content: html })).toEqual({ text: 'はい。', replies: ['1617'] });
  });

  it.each([
    ['<script>alert(1)</script>a', 'a'],
    ['<style>p{}</style><svg><script>1</script></svg>b', 'b'],
    ['a<!-- c -->b', 'ab'],
    ['1 < 2 かつ 3 > 2', '1 < 2 かつ 3 > 2'],
    ['<p title="a>b">c', 'c'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['a&#0;&#xD800;&#x1F600;&nosuch;', 'a😀&nosuch;'],
    ['表\u202E裏\u0000', '表裏'],
    ['<p', '<p'],
    ['', ''],
  ])('of hostile HTML %j keeps the words alone', (html, text) => expect(read(html)).toBe(text));

  it('keeps plain text as it is', () => {
    expect(readBody({ html: false, content: 'a <b>\r\nc ' }).text).toBe('a <b>\nc');
  });

  it('of a long and hostile message comes to an end soon', () => {
    const began = performance.now();
    read('<'.repeat(28_000));
    read(`<p ${'a="'.repeat(9_000)}`);
    read(`<p>${' '.repeat(100_000)}x`);
    read(`<p>${'　'.repeat(100_000)}x`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
