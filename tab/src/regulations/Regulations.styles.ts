import { makeStyles, tokens } from '@fluentui/react-components';

const WIDE = '@media (min-width: 900px)';

export const useRegulationsStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    marginBlockStart: tokens.spacingVerticalL,
    [WIDE]: {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
      alignItems: 'start',
      gap: tokens.spacingHorizontalXL,
    },
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  tight: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  small: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  decider: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
  },
  deciderName: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  fading: { opacity: 0.6 },
  plain: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  select: { minWidth: 0 },
  group: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, minWidth: 0, border: 'none' },
  legend: { padding: 0 },
  picker: { minWidth: 0, width: '100%' },
  popup: { maxHeight: '60vh' },
  number: { maxWidth: '24rem' },
  table: { width: '100%', height: '70vh', border: 'none', backgroundColor: '#fff' },
  wide: { maxWidth: '72rem', width: '100%' },
  echo: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const MARK = '20px';

export const useRouteStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  stage: {
    display: 'grid',
    gridTemplateColumns: `${MARK} minmax(0, 1fr)`,
    columnGap: tokens.spacingHorizontalM,
    position: 'relative',
    paddingBlockEnd: tokens.spacingVerticalL,
    ':last-child': { paddingBlockEnd: 0 },
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '9px',
      top: MARK,
      bottom: 0,
      borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    },
  },
  mark: { fontSize: MARK, lineHeight: MARK, height: MARK, color: tokens.colorNeutralForeground3 },
  kept: { color: tokens.colorStatusSuccessForeground1 },
  decision: { color: tokens.colorBrandForeground1 },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0, margin: 0, padding: 0 },
  together: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0, listStyleType: 'none' },
  name: { fontWeight: tokens.fontWeightSemibold },
  away: { color: tokens.colorStatusWarningForeground3 },
  vacant: { color: tokens.colorStatusDangerForeground1 },
});
