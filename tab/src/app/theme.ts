import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Host, HostTheme } from '../teams/host.ts';

// Teams' own face for Latin; for Japanese first the universal-design face that every Windows 10 and later brings.
const FACES =
  '"Segoe UI", "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic UI", "Meiryo UI", "Noto Sans JP", "Noto Sans CJK JP", sans-serif';

const withFaces = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FACES });

const THEMES: Readonly<Record<HostTheme, Theme>> = {
  light: withFaces(teamsLightTheme),
  dark: withFaces(teamsDarkTheme),
  contrast: withFaces(teamsHighContrastTheme),
};

export function themeFor(name: HostTheme): Theme {
  return THEMES[name];
}

export function useHostTheme(host: Host): HostTheme {
  return useSyncExternalStore(host.onThemeChange, host.theme);
}
