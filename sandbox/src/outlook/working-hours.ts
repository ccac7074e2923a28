export const WORKING_HOURS = {
  daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  startTime: '08:30:00.0000000',
  endTime: '17:15:00.0000000',
  timeZone: { name: 'Tokyo Standard Time' },
};
