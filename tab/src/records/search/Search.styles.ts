import { makeStyles, tokens } from '@fluentui/react-components';

export const NARROW_WINDOW = 'screen and (max-width: 639px)';
const NARROW = `@media ${NARROW_WINDOW}`;
// Four fields for days do not fit beside each other, as at 200 %.
const MIDDLE = '@media screen and (min-width: 640px) and (max-width: 959px)';

export const useSearchStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  lead: { margin: 0, maxWidth: '60rem', color: tokens.colorNeutralForeground2 },
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    [MIDDLE]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    // The two buttons stand beside each other as long as nothing is open between them.
    [NARROW]: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  },
  wide: { gridColumnStart: 1, gridColumnEnd: -1, minWidth: 0, [NARROW]: { flexBasis: '100%' } },
  filters: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
    ...{ flexBasis: '100%', minWidth: 0, margin: 0, padding: 0, border: 'none' },
  },
  send: { gridColumnStart: 1, gridColumnEnd: -1, minWidth: 0 },
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  snippet: { margin: 0, overflowWrap: 'anywhere' },
  attachment: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  hit: {
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
});
