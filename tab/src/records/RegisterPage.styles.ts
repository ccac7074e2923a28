import { makeStyles, tokens } from '@fluentui/react-components';

const NARROW = '@media screen and (max-width: 799px)';
const PRINT = '@media print';

export const useRegisterStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    marginBlockStart: tokens.spacingVerticalM,
    marginBlockEnd: tokens.spacingVerticalL,
  },
  lead: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    [PRINT]: { display: 'none' },
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    [PRINT]: { display: 'none' },
  },
  filters: { marginBlockEnd: tokens.spacingVerticalL },
  printHead: { display: 'none', margin: 0, [PRINT]: { display: 'block', color: 'black' } },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    [PRINT]: { backgroundColor: 'transparent', color: 'black', fontSize: '9pt', lineHeight: '1.4' },
    [NARROW]: { display: 'block', backgroundColor: 'transparent' },
  },
  header: { [PRINT]: { display: 'table-header-group' }, [NARROW]: { display: 'none' } },
  bodyRows: { [NARROW]: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } },
  row: {
    [PRINT]: { breakInside: 'avoid' },
    [NARROW]: {
      display: 'block',
      padding: tokens.spacingHorizontalM,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      borderRadius: tokens.borderRadiusLarge,
    },
  },
  void: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through', [PRINT]: { color: 'black' } },
  headCell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    textAlign: 'start',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'nowrap',
    [PRINT]: { color: 'black', border: '0.5pt solid black', padding: '3pt' },
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [PRINT]: { border: '0.5pt solid black', padding: '3pt' },
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: '6rem minmax(0, 1fr)',
      gap: tokens.spacingHorizontalS,
      padding: `${tokens.spacingVerticalXXS} 0`,
      borderBottom: 'none',
      '::before': { content: 'attr(data-label)', color: tokens.colorNeutralForeground3 },
    },
  },
  number: { fontWeight: tokens.fontWeightSemibold, '@media screen and (min-width: 800px)': { whiteSpace: 'nowrap' } },
  nowrap: { '@media screen and (min-width: 800px)': { whiteSpace: 'nowrap' } },
  onPaper: { '@media screen and (min-width: 800px)': { display: 'none' } },
  overdue: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  missing: { [NARROW]: { display: 'none' } },
  link: { [PRINT]: { color: 'black', textDecorationLine: 'none' } },
});
