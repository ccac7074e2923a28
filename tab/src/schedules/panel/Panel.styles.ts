import { makeStyles, tokens } from '@fluentui/react-components';

export const usePanelStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  whose: { maxWidth: '24rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  badge: { marginInlineEnd: tokens.spacingHorizontalS },
});
