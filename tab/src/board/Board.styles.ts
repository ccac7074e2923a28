import { makeStyles, tokens } from '@fluentui/react-components';

const WIDE = '@media (min-width: 900px)';

export const useBoardStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    marginBlockEnd: tokens.spacingVerticalM,
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalM,
  },
  unit: { minWidth: '12rem', flexGrow: 1, maxWidth: '28rem' },
  views: { flexWrap: 'wrap', maxWidth: '100%' },
  count: { margin: 0, marginBlockEnd: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  // On a phone every row is a card of its own: the words of the head go away, the cells stand one under another.
  table: { width: '100%', borderCollapse: 'collapse', display: 'block', [WIDE]: { display: 'table' } },
  thead: {
    display: 'block',
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    [WIDE]: { display: 'table-header-group', position: 'static', width: 'auto', height: 'auto', clipPath: 'none' },
  },
  tbody: { display: 'block', [WIDE]: { display: 'table-row-group' } },
  row: {
    display: 'block',
    padding: tokens.spacingHorizontalM,
    ':not(:first-child)': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
    [WIDE]: {
      display: 'table-row',
      padding: 0,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  late: { boxShadow: `inset 4px 0 0 ${tokens.colorStatusDangerBorderActive}` },
  th: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    whiteSpace: 'nowrap',
  },
  td: {
    display: 'block',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    [WIDE]: {
      display: 'table-cell',
      verticalAlign: 'top',
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    },
  },
  cell: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  title: { fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  elapsed: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  bad: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  warn: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
});
