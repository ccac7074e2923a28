import os from 'node:os';
import type { Figures, OnClose } from './approvals.ts';
import { load, say, type Turns } from './measure.ts';
import { benchBrowser } from './schedules-browser.ts';
import { benchCold, benchWarm, groupsOf } from './schedules-grid.ts';
import { benchNotify } from './schedules-notify.ts';
import { openOffice } from './schedules-office.ts';
import { openWeekPage } from './schedules-page.ts';
import { benchRenewals } from './schedules-renewals.ts';
import { benchSlots } from './schedules-slots.ts';
import type { Size } from './size.ts';

/** What is asked of the started product. */
async function atWork(turns: Turns, onClose: OnClose, size: Size): Promise<Record<string, number>> {
  const office = await openOffice(size, onClose);
  const groups = groupsOf(office.people, turns.runs);
  const [group = []] = groups;
  say('週の表：誰もまだ見ていない人たち（Outlook に聞く）');
  const cold = await benchCold(office, groups);
  say('週の表：同期されている人たち（毎秒10回）');
  const warm = await benchWarm(office, group, { turns, onClose });
  say('空き時間の検索');
  const slots = await benchSlots(office, group, { turns, weeks: size.weeks, onClose });
  say('Outlook で予定が変わってから、開いている画面に出るまで');
  const page = await openWeekPage(office, group, onClose);
  const notify = await benchNotify(office, page, turns);
  say('ブラウザー（Chromium）で週の表を開き、スクロールする');
  const browser = await benchBrowser(page, turns);
  return { ...cold, ...warm, ...slots, ...notify, ...browser };
}

/** 予定・在席・会議室: a city's calendars, looked at, searched, followed and kept followed. */
export async function benchSchedules(turns: Turns, onClose: OnClose, size: Size): Promise<Figures> {
  const before = load();
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  onClose(closeAll);
  say(`${size.people}人の市、一人週40件の予定`);
  const atWorkFigures = await atWork(turns, (close) => closers.push(close), size);
  await closeAll();
  say(`購読の更新：${size.people}件、7日間（時計を進める）、20回に1回は失敗する`);
  const renewals = await benchRenewals(size, onClose);
  return {
    ...{ people: size.people, weeks: size.weeks },
    ...atWorkFigures,
    ...renewals,
    ...{ runs: turns.runs, seconds: turns.seconds, cores: os.availableParallelism() },
    ...{ load_before: before, load_after: load() },
  };
}
