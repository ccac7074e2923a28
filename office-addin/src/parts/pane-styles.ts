import { makeStyles, tokens } from '@fluentui/react-components';

// The pane is 320 px wide at its narrowest: one column, everything wraps, nothing is cut off.
export const usePaneStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  tight: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  end: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, justifyContent: 'flex-end' },
  // What goes on stays in sight below a long list; it covers the padding of the pane beside and below it.
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM}) calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // Brought into sight above the bar, not under it.
  aboveBar: { scrollMarginBottom: '4.5rem', minWidth: 0 },
  wrap: { overflowWrap: 'anywhere', lineBreak: 'strict', minWidth: 0 },
  soft: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  message: { minWidth: 0, overflowWrap: 'anywhere' },
  // What people wrote keeps its lines.
  prose: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineBreak: 'strict' },
});
