import { makeStyles, tokens } from '@fluentui/react-components';

const TABLE = '@media (min-width: 900px)';
const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;

export const useSheetStyles = makeStyles({
  // On a phone every row is a card of its own, and each cell says what it is.
  table: { width: '100%', borderCollapse: 'collapse', display: 'block', [TABLE]: { display: 'table' } },
  thead: {
    display: 'block',
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    [TABLE]: { display: 'table-header-group', position: 'static', width: 'auto', height: 'auto', clipPath: 'none' },
  },
  tbody: { display: 'block', [TABLE]: { display: 'table-row-group' } },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderTop: line,
    [TABLE]: { display: 'table-row' },
  },
  off: { backgroundColor: tokens.colorNeutralBackground3 },
  blocked: { boxShadow: `inset 4px 0 0 ${tokens.colorStatusDangerBorderActive}` },
  th: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    verticalAlign: 'top',
    [TABLE]: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  },
  td: {
    display: 'block',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
    [TABLE]: {
      display: 'table-cell',
      verticalAlign: 'top',
      borderTop: line,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    },
  },
  none: { display: 'none', [TABLE]: { display: 'table-cell' } },
  label: {
    marginInlineEnd: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    [TABLE]: { display: 'none' },
  },
  notes: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  badge: { height: 'auto', whiteSpace: 'normal', textAlign: 'start' },
  gap: { flexBasis: '100%', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  totals: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(8.5rem, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  total: { display: 'flex', flexDirection: 'column' },
  term: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  figure: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});
