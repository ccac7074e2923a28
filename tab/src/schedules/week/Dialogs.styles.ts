import { makeStyles, tokens } from '@fluentui/react-components';

export const useDialogStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, '> *': { flexShrink: 0 } },
  day: { marginInlineStart: tokens.spacingHorizontalM, fontWeight: tokens.fontWeightRegular },
  small: { margin: 0, color: tokens.colorNeutralForeground2 },
  none: { margin: 0 },
  /** What somebody typed in several lines. */
  lines: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  reasons: { margin: 0, paddingInlineStart: '1.25em' },
  items: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '&[aria-current="true"]': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  when: { fontVariantNumeric: 'tabular-nums' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  facts: { width: '100%', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  // A dialog lower than its form is scrolled; nothing in it is squeezed.
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, '> *': { flexShrink: 0 } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalM },
  field: { flexGrow: 1, minWidth: 'min(100%, 9rem)' },
  group: { margin: 0, padding: 0, minInlineSize: 0, border: 'none' },
  input: { width: '100%', minWidth: 0 },
  removal: { marginInlineEnd: 'auto' },
});
