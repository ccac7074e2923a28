import {
  appearanceOf,
  controlText,
  isPlaceholder,
  lockOf,
  readSetting,
  showPlaceholder,
  writeAppearance,
  writeLock,
  writeSetting,
} from '../ooxml/content-controls.ts';
import type { Json } from '../protocol.ts';
import { invalidArgument, oneOf, text } from './host-object.ts';

export const CONTROL_SCALARS = [
  'id',
  'tag',
  'title',
  'text',
  'cannotEdit',
  'cannotDelete',
  'appearance',
  'placeholderText',
  'type',
] as const;
export const CONTROL_WRITABLE = [
  'tag',
  'title',
  'cannotEdit',
  'cannotDelete',
  'appearance',
  'placeholderText',
] as const;

/** Sets one of `CONTROL_WRITABLE`. */
export function writeControl(control: Element, property: string, value: Json): void {
  if (property === 'cannotEdit' || property === 'cannotDelete') {
    if (typeof value !== 'boolean') throw invalidArgument(property);
    writeLock(control, { ...lockOf(control), [property]: value });
  } else if (property === 'tag') writeSetting(control, 'tag', text(value, property));
  else if (property === 'title') writeSetting(control, 'alias', text(value, property));
  else if (property === 'appearance')
    writeAppearance(control, oneOf(value, ['BoundingBox', 'Tags', 'Hidden'], property));
  else if (controlText(control) === '' || isPlaceholder(control)) showPlaceholder(control, text(value, property));
}

/** Reads one of `CONTROL_SCALARS`. */
export function readControl(control: Element, property: string): Json {
  if (property === 'id') return Number(readSetting(control, 'id'));
  if (property === 'tag') return readSetting(control, 'tag');
  if (property === 'title') return readSetting(control, 'alias');
  if (property === 'text') return controlText(control);
  if (property === 'cannotEdit' || property === 'cannotDelete') return lockOf(control)[property];
  if (property === 'appearance') return appearanceOf(control);
  if (property === 'placeholderText') return isPlaceholder(control) ? controlText(control) : '';
  return 'RichText';
}
