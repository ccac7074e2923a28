import type { Texts } from '../../shared/index.ts';

/** 続柄, by the codes of the national list. A city's own codes are shown as they are. */
export const relationTexts: Texts = {
  SPOUSE: { ja: '配偶者', en: 'Spouse' },
  PARENT: { ja: '父母', en: 'Parent' },
  CHILD: { ja: '子', en: 'Child' },
  GRANDPARENT: { ja: '祖父母', en: 'Grandparent' },
  GRANDCHILD: { ja: '孫', en: 'Grandchild' },
  SIBLING: { ja: '兄弟姉妹', en: 'Brother or sister' },
  UNCLE_OR_AUNT: { ja: 'おじ・おば', en: 'Uncle or aunt' },
};
