import { makeStyles, tokens } from '@fluentui/react-components';

const FORCED = '@media (forced-colors: active)';
const PRINT = '@media print';
const hatched = (line: string, ground: string): string =>
  `repeating-linear-gradient(135deg, ${line} 0 3px, ${ground} 3px 8px)`;

/** Every status has a colour, a line and a ground of its own, so that it is told without colours too. */
export const useBarStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '3px',
    boxSizing: 'border-box',
    minWidth: 0,
    overflow: 'hidden',
    paddingInline: '4px',
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderLeft: `${tokens.strokeWidthThickest} solid transparent`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    whiteSpace: 'nowrap',
    [PRINT]: { color: 'black', backgroundColor: 'transparent', backgroundImage: 'none', whiteSpace: 'normal' },
  },
  BUSY: {
    backgroundColor: tokens.colorBrandBackground2,
    borderLeftColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    [FORCED]: { borderTopColor: 'CanvasText', borderBottomColor: 'CanvasText', borderRightColor: 'CanvasText' },
  },
  TENTATIVE: {
    backgroundImage: hatched(tokens.colorNeutralBackground4, tokens.colorNeutralBackground1),
    borderTopStyle: 'dashed',
    borderBottomStyle: 'dashed',
    borderRightStyle: 'dashed',
    borderLeftStyle: 'dashed',
    borderLeftWidth: tokens.strokeWidthThin,
    borderTopColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
  },
  OOF: {
    backgroundColor: tokens.colorPaletteBerryBackground2,
    borderTopColor: tokens.colorPaletteBerryBorderActive,
    borderBottomColor: tokens.colorPaletteBerryBorderActive,
    borderRightColor: tokens.colorPaletteBerryBorderActive,
    borderLeftColor: tokens.colorPaletteBerryBorderActive,
    color: tokens.colorNeutralForeground1,
    [FORCED]: {
      borderTopStyle: 'double',
      borderBottomStyle: 'double',
      borderTopWidth: '3px',
      borderBottomWidth: '3px',
    },
  },
  ELSEWHERE: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopStyle: 'dotted',
    borderBottomStyle: 'dotted',
    borderRightStyle: 'dotted',
    borderTopColor: tokens.colorPaletteTealBorderActive,
    borderBottomColor: tokens.colorPaletteTealBorderActive,
    borderRightColor: tokens.colorPaletteTealBorderActive,
    borderLeftColor: tokens.colorPaletteTealBorderActive,
  },
  FREE: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopColor: tokens.colorNeutralStroke1,
    borderBottomColor: tokens.colorNeutralStroke1,
    borderRightColor: tokens.colorNeutralStroke1,
    borderLeftColor: tokens.colorNeutralStroke1,
    color: tokens.colorNeutralForeground2,
  },
  // Its words may be longer than itself.
  open: { overflow: 'visible' },
  running: {
    position: 'absolute',
    insetInlineStart: '3px',
    top: 0,
    bottom: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '3px',
    overflow: 'hidden',
    pointerEvents: 'none',
  },
  // As much as two lines hold.
  runningTall: { whiteSpace: 'normal', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase200 },
  titleTall: {
    flexBasis: '3em',
    flexGrow: 1,
    minWidth: 0,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
  },
  wrapped: { whiteSpace: 'normal', overflow: 'visible', flexWrap: 'wrap', overflowWrap: 'anywhere' },
  icon: { flexShrink: 0, fontSize: '14px', display: 'inline-flex' },
  time: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  mark: {
    flexShrink: 0,
    paddingInline: '2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    lineHeight: '14px',
  },
  title: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  titleWrapped: { minWidth: 0, overflowWrap: 'anywhere' },
});
