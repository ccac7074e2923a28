import { describe, expect, it } from '@jest/globals';
import { escaped, escapedByName } from './index.ts';

describe('text within markup', () => {
  it('is read as it was written: no sign of it begins or ends a tag, a reference or an attribute', () => {
    expect(escaped(`会場 & <b title="庭">'案'</b>`)).toBe(
      '会場 &#38; &#60;b title=&#34;庭&#34;&#62;&#39;案&#39;&#60;/b&#62;',
    );
    expect(escapedByName('会場 & <b title="庭">案</b>')).toBe('会場 &amp; &lt;b title=&quot;庭&quot;&gt;案&lt;/b&gt;');
  });

  it('is escaped once only, also where it looks escaped already', () => {
    expect(escaped('&#60;')).toBe('&#38;#60;');
    expect(escapedByName('&lt;')).toBe('&amp;lt;');
  });
});
