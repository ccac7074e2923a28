const two = (part: number): string => String(part).padStart(2, '0');

/** 0:07 or 1:02:03 from the beginning of the meeting, -0:03 of a recording that began before it. */
export function lineTime(ms: number): string {
  if (ms <= -1000) return `-${lineTime(-ms)}`;
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
