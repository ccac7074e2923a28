import { makeStyles, tokens } from '@fluentui/react-components';

const NARROW = '@media screen and (max-width: 799px)';
const PRINT = '@media print';

export const useBookStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    [PRINT]: { display: 'none' },
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    '& p, & ul': { marginBlock: 0 },
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    [PRINT]: { border: 'none', padding: 0 },
  },
  heading: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  flush: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', '& dd': { marginBlockEnd: tokens.spacingVerticalS } },
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 14rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
  },
  /** Where what is missing may stand below a field. */
  fromTop: { alignItems: 'start' },
  atEnd: { alignSelf: 'end' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th': { textAlign: 'start' },
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      verticalAlign: 'top',
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      [PRINT]: { color: 'black', border: '0.5pt solid black', padding: '3pt' },
    },
    [PRINT]: { color: 'black', fontSize: '9pt' },
  },
  yen: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  void: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3, [PRINT]: { color: 'black' } },
  screenOnly: { [PRINT]: { display: 'none' } },
});
