// What a city has that says nothing of its own.
export {
  NATIONAL_LEAVE as DEFAULT_LEAVE_RULES,
  NATIONAL_TIME as DEFAULT_TIME_RULES,
} from '../regulations/working-time/national.ts';
export { NATIONAL_SPECIAL_LEAVE as DEFAULT_SPECIAL_LEAVE } from '../regulations/working-time/national-leave.ts';
