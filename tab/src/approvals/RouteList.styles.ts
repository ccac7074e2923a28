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
  back: { color: tokens.colorStatusWarningForeground3 },
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
