import type { Box, Fact } from './pages.ts';
import { INK, mm, type Sheet } from './sheet.ts';
import type { Table } from './tables.ts';

const LINE = '#8a8a8a';
const SHADE = '#eef3f2';
const WARN = '#b3261e';
const VERMILION = '#c8321e';
const PAD = mm(1.4);
/** Less than this at the foot of a page is left empty. */
const LEAST = mm(25);

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly size: number;
  readonly shade?: boolean;
  readonly color?: string;
}

const heightOf = (sheet: Sheet, cells: readonly Cell[]) =>
  Math.max(...cells.map(({ text, width, size }) => sheet.heightOf(text, { width: width - 2 * PAD, size }))) +
  2 * PAD -
  1;

function drawCells(sheet: Sheet, cells: readonly Cell[]): void {
  const height = heightOf(sheet, cells);
  let x = sheet.left;
  for (const { text, width, size, shade = false, color = INK } of cells) {
    if (shade) sheet.doc.rect(x, sheet.y, width, height).fill(SHADE);
    sheet.doc.lineWidth(0.4).strokeColor(LINE).rect(x, sheet.y, width, height).stroke();
    sheet.text(text, { x: x + PAD, y: sheet.y + PAD, width: width - 2 * PAD, size, color });
    x += width;
  }
  sheet.y += height;
}

/** A row on one page where it can be, over several where it is longer than one. */
function row(sheet: Sheet, cells: readonly Cell[], turn: () => void): void {
  let rest = cells;
  while (heightOf(sheet, rest) > sheet.room) {
    const longer = heightOf(sheet, rest) > sheet.roomOnPage / 2;
    if (!longer || sheet.room < LEAST) {
      turn();
      // Even a whole page may not be enough; the next turn of the loop cuts it.
      if (!longer) break;
      continue;
    }
    const room = sheet.room - 2 * PAD;
    const cuts = rest.map(({ text, width, size }) => sheet.cut(text, { width: width - 2 * PAD, size }, room));
    drawCells(
      sheet,
      rest.map((cell, at) => ({ ...cell, text: cuts[at]?.[0] ?? '' })),
    );
    rest = rest.map((cell, at) => ({ ...cell, text: cuts[at]?.[1] ?? '' }));
    turn();
  }
  drawCells(sheet, rest);
}

/** A table whose head is repeated on every page it reaches. */
export function drawTable(sheet: Sheet, { heading, columns, rows }: Table): void {
  const widths = columns.map(({ width }) => (sheet.width * width) / 100);
  const cellsOf = (texts: readonly string[], shade: boolean): Cell[] =>
    texts.map((text, at) => ({ text, width: widths[at] ?? 0, size: 8, shade }));
  const head = cellsOf(
    columns.map(({ title }) => title),
    true,
  );
  const turn = () => {
    sheet.newPage();
    drawCells(sheet, head);
  };
  if (heading !== '') sheet.heading(heading, { keep: mm(26) });
  drawCells(sheet, head);
  for (const texts of rows) row(sheet, cellsOf(texts, false), turn);
  sheet.y += mm(2);
}

/** Label beside value, one under the other. */
export function drawFacts(sheet: Sheet, facts: readonly Fact[], { labelWidth = mm(34), size = 9 } = {}): void {
  for (const { label, value, warn } of facts) {
    const cells = [
      { text: label, width: labelWidth, size: 8, shade: true },
      { text: value, width: sheet.width - labelWidth, size, color: warn ? WARN : INK },
    ];
    row(sheet, cells, () => sheet.newPage());
  }
  sheet.y += mm(2);
}

const BOX = { width: mm(22), height: mm(38), head: mm(5), post: mm(9.5), stamp: mm(16) };

/** One line made small enough for its place, centred. */
function fitted(
  sheet: Sheet,
  text: string,
  place: { x: number; y: number; width: number; size: number; color?: string },
) {
  const natural = sheet.widthOf(text, place.size);
  const size = natural <= place.width ? place.size : Math.max(3.6, (place.size * place.width) / natural);
  const y = place.y + (place.size - size) / 2;
  sheet.text(text, { ...place, x: place.x - 2, width: place.width + 4, y, size, align: 'center' });
}

/** 日付印: post above, date between two lines, name below. */
function drawStamp(sheet: Sheet, stamp: NonNullable<Box['stamp']>, { x, y }: { x: number; y: number }): void {
  const r = BOX.stamp / 2;
  const half = mm(2.4);
  const reach = Math.sqrt(r * r - half * half);
  sheet.doc.lineWidth(0.9).strokeColor(VERMILION).circle(x, y, r).stroke();
  for (const dy of [-half, half])
    sheet.doc
      .lineWidth(0.6)
      .moveTo(x - reach, y + dy)
      .lineTo(x + reach, y + dy)
      .stroke();
  const line = (text: string, dy: number, { width, size }: { width: number; size: number }) =>
    fitted(sheet, text, { x: x - width / 2, y: y + dy, width, size, color: VERMILION });
  line(stamp.top, -mm(5.9), { width: mm(10.5), size: 7 });
  line(stamp.date, -mm(1.35), { width: mm(14.5), size: 7.2 });
  line(stamp.name, mm(3.2), { width: mm(10.5), size: 7.6 });
}

function drawBox(sheet: Sheet, box: Box, x: number): void {
  const { doc, y } = sheet;
  const { width, height, head, post } = BOX;
  doc.rect(x, y, width, head).fill(SHADE);
  doc.lineWidth(0.5).strokeColor(LINE).rect(x, y, width, height).stroke();
  for (const line of [head, head + post])
    doc
      .moveTo(x, y + line)
      .lineTo(x + width, y + line)
      .stroke();
  fitted(sheet, box.duty, { x: x + 2, y: y + mm(1.2), width: width - 4, size: 7.5 });
  fitted(sheet, box.unit, { x: x + 2, y: y + head + mm(1), width: width - 4, size: 6.5 });
  fitted(sheet, box.post, { x: x + 2, y: y + head + mm(4.9), width: width - 4, size: 8.5 });
  const top = y + head + post;
  if (box.stamp)
    drawStamp(sheet, box.stamp, {
      x: x + width / 2 - (box.badge === null ? 0 : mm(2.2)),
      y: top + mm(1.2) + BOX.stamp / 2,
    });
  else if (box.badge === null && !box.struck) fitted(sheet, '―', { x, y: top + mm(7), width, size: 9 });
  if (box.struck)
    doc
      .lineWidth(0.8)
      .strokeColor('#444444')
      .moveTo(x + width, top)
      .lineTo(x, y + height)
      .stroke();
  if (box.badge !== null) {
    const at = { x: x + width - mm(4.9), y: top + (box.stamp ? mm(1) : mm(7)), width: mm(4.2) };
    fitted(sheet, box.badge, { ...(box.stamp ? at : { ...at, x, width }), size: 8.5, color: VERMILION });
  }
  if (!box.struck) fitted(sheet, box.result, { x: x + 2, y: y + height - mm(4), width: width - 4, size: 7 });
}

/** 決裁欄: as many boxes in a row as fit. */
export function drawBoxes(sheet: Sheet, boxes: readonly Box[]): void {
  const inRow = Math.floor(sheet.width / BOX.width);
  for (let from = 0; from < boxes.length; from += inRow) {
    sheet.need(BOX.height + mm(2));
    boxes.slice(from, from + inRow).forEach((box, at) => {
      drawBox(sheet, box, sheet.left + at * BOX.width);
    });
    sheet.y += BOX.height + mm(1.5);
  }
}
