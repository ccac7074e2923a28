import { makeStyles, tokens } from '@fluentui/react-components';

const TABLE = '@media (min-width: 900px)';
const PRINT = '@media print';
const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;
const rule = '0.5pt solid black';

export const useYearlyStyles = makeStyles({
  paperHead: {
    display: 'none',
    [PRINT]: { display: 'block', margin: '0 0 6pt', fontSize: '13pt', fontWeight: 'bold' },
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginInlineStart: 'auto' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  // On a phone every row is a card of its own, and each cell says what it is.
  table: {
    display: 'block',
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    [TABLE]: { display: 'table' },
    [PRINT]: { display: 'table', color: 'black', fontSize: '9pt', lineHeight: '1.4' },
  },
  thead: {
    display: 'none',
    [TABLE]: { display: 'table-header-group' },
    [PRINT]: { display: 'table-header-group' },
  },
  tbody: { display: 'block', [TABLE]: { display: 'table-row-group' }, [PRINT]: { display: 'table-row-group' } },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalS,
    borderTop: line,
    breakInside: 'avoid',
    [TABLE]: { display: 'table-row' },
    [PRINT]: { display: 'table-row' },
  },
  cell: {
    display: 'block',
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    [TABLE]: { display: 'table-cell', borderTop: line, padding: tokens.spacingHorizontalS },
    [PRINT]: { display: 'table-cell', border: rule, padding: '2pt 4pt' },
  },
  when: {
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightSemibold,
    [TABLE]: { width: '13rem' },
  },
  label: {
    marginInlineEnd: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    [TABLE]: { display: 'none' },
    [PRINT]: { display: 'none' },
  },
  open: {
    padding: 0,
    minWidth: 0,
    minHeight: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    [PRINT]: { color: 'black' },
  },
  marks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  mark: { height: 'auto', whiteSpace: 'normal', textAlign: 'start' },
  overs: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  over: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlockEnd: tokens.spacingVerticalS,
    borderBottom: line,
  },
});
