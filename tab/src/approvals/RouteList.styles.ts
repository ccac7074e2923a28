import { makeStyles, tokens } from '@fluentui/react-components';

const MARK = '24px';

export const useRouteListStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  slot: {
    display: 'grid',
    gridTemplateColumns: `${MARK} minmax(0, 1fr)`,
    columnGap: tokens.spacingHorizontalM,
    position: 'relative',
    paddingBlockEnd: tokens.spacingVerticalL,
    ':last-child': { paddingBlockEnd: 0 },
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '11px',
      top: MARK,
      bottom: 0,
      borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    },
  },
  mark: { fontSize: MARK, lineHeight: MARK, height: MARK, color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  here: { color: tokens.colorBrandForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    marginBlockEnd: tokens.spacingVerticalL,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':last-child': { marginBlockEnd: 0 },
  },
  passed: {
    display: 'grid',
    gridTemplateColumns: `${MARK} minmax(0, 1fr)`,
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  /** ―(斜線): a box through which a line goes, as in the approval column on paper. */
  struck: {
    width: '22px',
    height: '22px',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundImage: `linear-gradient(to top right, transparent 47%, ${tokens.colorNeutralForeground3} 47%, ${tokens.colorNeutralForeground3} 53%, transparent 53%)`,
  },
  warning: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  post: { fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  comment: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
  },
});
