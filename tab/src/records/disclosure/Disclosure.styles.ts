import { makeStyles, tokens } from '@fluentui/react-components';

export const useDisclosureStyles = makeStyles({
  told: { marginBlockEnd: tokens.spacingVerticalM },
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    marginBlockEnd: tokens.spacingVerticalL,
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none', paddingBlockEnd: 0 },
  },
  itemHead: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  note: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  hits: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  words: {
    maxHeight: '60vh',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase500,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  hidden: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    textDecorationLine: 'line-through',
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
  bar: {
    paddingInline: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralBackground1,
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', color: 'Canvas', forcedColorAdjust: 'none' },
  },
  passages: { maxHeight: '16rem', overflowY: 'auto' },
  passage: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  /** A field whose choices may be longer than a phone is wide. */
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
  group: { display: 'flex', flexDirection: 'column', minWidth: 0, margin: 0, padding: 0, border: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  /** A button in the middle of a field that has a hint below stands beside its box. */
  besideHint: { alignSelf: 'center' },
  grow: { flexGrow: 1, overflowWrap: 'anywhere' },
});
