import { makeStyles, tokens } from '@fluentui/react-components';

const NARROW = '@media screen and (max-width: 639px)';
const PHONE = '@media screen and (max-width: 899px)';
const FORCED = '@media (forced-colors: active)';

export const usePublicationStyles = makeStyles({
  // What one does comes before what one looks at: on a phone, and by keys.
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: '4px solid transparent',
    [FORCED]: { borderLeftColor: 'Canvas' },
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  changed: {
    borderLeftColor: tokens.colorPaletteRedBorderActive,
    backgroundColor: tokens.colorNeutralBackground2,
    [FORCED]: { borderLeftColor: 'Highlight' },
  },
  side: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalXXS, minWidth: 0 },
});
