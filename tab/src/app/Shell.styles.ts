import { makeStyles, tokens } from '@fluentui/react-components';

const WIDE = '@media (min-width: 640px)';
/** Where there is room beside the navigation for the name and the post of the person. */
const NAMED = '@media (min-width: 1024px)';
const SMALL_PHONE = '@media (max-width: 399px)';
const FORCED = '@media (forced-colors: active)';
const PRINT = '@media print';

export const useShellStyles = makeStyles({
  // Inside the provider: what the provider itself wears, Fluent puts on every dialog and toast too.
  page: {
    minHeight: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    [PRINT]: { backgroundColor: 'transparent', minHeight: 'auto' },
  },
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    top: '-100px',
    zIndex: 1000,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { top: tokens.spacingVerticalS },
  },
  sandbox: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    [PRINT]: { display: 'none' },
  },
  lost: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
    [PRINT]: { display: 'none' },
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [WIDE]: { paddingInline: tokens.spacingHorizontalXXL },
    [PRINT]: { display: 'none' },
  },
  nav: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
  // Never a second row: what does not fit goes into the menu.
  navList: { display: 'flex', margin: 0, padding: 0, listStyleType: 'none', overflow: 'hidden', whiteSpace: 'nowrap' },
  navLink: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    paddingInline: tokens.spacingHorizontalXS,
    boxSizing: 'border-box',
    textDecorationLine: 'none',
    color: tokens.colorNeutralForeground2,
    borderTop: `${tokens.strokeWidthThickest} solid transparent`,
    borderBottom: `${tokens.strokeWidthThickest} solid transparent`,
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-3px',
    },
    [WIDE]: { paddingInline: tokens.spacingHorizontalM },
    [SMALL_PHONE]: { fontSize: tokens.fontSizeBase200 },
    // Forced colours show what is transparent.
    [FORCED]: { borderTopColor: 'Canvas', borderBottomColor: 'Canvas' },
  },
  navCurrent: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    [FORCED]: { borderBottomColor: 'Highlight' },
  },
  navMore: {
    position: 'relative',
    borderLeftStyle: 'none',
    borderRightStyle: 'none',
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    cursor: 'pointer',
    [SMALL_PHONE]: { fontSize: tokens.fontSizeBase200 },
  },
  navItem: {
    minHeight: '44px',
    alignItems: 'center',
  },
  account: { position: 'relative', flexShrink: 0, marginInlineStart: 'auto', maxWidth: '18rem' },
  accountButton: { minWidth: 0, maxWidth: '100%', paddingInline: tokens.spacingHorizontalXS },
  accountPerson: { display: 'none', [NAMED]: { display: 'block' } },
  // Without room for it the name is only read out: the picture stands for it.
  accountText: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    textAlign: 'start',
    [NAMED]: {
      position: 'static',
      width: 'auto',
      height: 'auto',
      overflow: 'visible',
      clipPath: 'none',
      marginInlineStart: tokens.spacingHorizontalS,
    },
  },
  accountPost: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  menuPerson: { padding: tokens.spacingHorizontalS, maxWidth: '18rem' },
  main: {
    flexGrow: 1,
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '76rem',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
    [WIDE]: { padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}` },
    [PRINT]: { maxWidth: 'none', padding: 0 },
  },
});
