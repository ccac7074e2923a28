import { makeStyles, tokens } from '@fluentui/react-components';

const PHONE = '@media screen and (max-width: 639px)';
const FORCED = '@media (forced-colors: active)';

export const useCourseStyles = makeStyles({
  steps: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [PHONE]: { flexDirection: 'column' },
  },
  step: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: 0,
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    paddingBlock: tokens.spacingVerticalS,
    borderTopWidth: tokens.strokeWidthThickest,
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke2,
    overflowWrap: 'anywhere',
  },
  now: { borderTopColor: tokens.colorCompoundBrandStroke, [FORCED]: { borderTopColor: 'Highlight' } },
  done: { borderTopColor: tokens.colorStatusSuccessBorder2, [FORCED]: { borderTopColor: 'CanvasText' } },
  digest: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', margin: 0 },
  removed: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    textDecorationLine: 'line-through',
  },
  added: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    textDecorationLine: 'underline',
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
