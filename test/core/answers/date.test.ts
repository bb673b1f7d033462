import { describe, expect, it } from 'vitest';
import type { DateKind } from '../../../src/core/answers/answer-kind.js';
import { american, english, german, read, thursdayNight } from './asking.js';

const any: DateKind = { kind: 'date' };

describe('a date', () => {
  it.each([
    ['today', '2026-04-30'],
    ['Heute', '2026-04-30'],
    ['tomorrow', '2026-05-01'],
    ['morgen bitte', '2026-05-01'],
    ['the day after tomorrow', '2026-05-02'],
    ['übermorgen', '2026-05-02'],
    ['yesterday', '2026-04-29'],
    ['friday', '2026-05-01'],
    ['next Friday', '2026-05-01'],
    ['am Montag', '2026-05-04'],
    ['nächsten Donnerstag', '2026-05-07'],
    ['thursday', '2026-05-07'],
    ['in two weeks', '2026-05-14'],
    ['in 3 days', '2026-05-03'],
    ['in a month', '2026-05-30'],
    ['in einer Woche', '2026-05-07'],
    ['2 days ago', '2026-04-28'],
    ['vor drei Tagen', '2026-04-27'],
    ['3 May', '2026-05-03'],
    ['May 3', '2026-05-03'],
    ['May 3rd, 2027', '2027-05-03'],
    ['the 3rd of May', '2026-05-03'],
    ['3. Mai', '2026-05-03'],
    ['am 3. März', '2027-03-03'],
    ['Monday, 4 May 2026', '2026-05-04'],
    ['1 April', '2027-04-01'],
    ['30 April', '2026-04-30'],
    ['2026-05-03', '2026-05-03'],
    ['2026-5-3', '2026-05-03'],
    ['3.5.2026', '2026-05-03'],
    ['03.05.26', '2026-05-03'],
    ['3.5.', '2026-05-03'],
    ['3.5', '2026-05-03'],
    ['1.2.75', '1975-02-01'],
    ['29.2.', '2028-02-29'],
    ['13/05/2026', '2026-05-13'],
    ['05/13/2026', '2026-05-13'],
  ])('is read from %j as %s', (text, value) => {
    expect(read(any, text)).toBe(value);
  });

  it.each([
    ['', 'there is none'],
    ['soon', 'there is none'],
    ['next week', 'it is no day'],
    ['May', 'it is no day'],
    ['guten Morgen', 'it is a greeting'],
    ['so', 'it is another word'],
    ['31.4.2026', 'the calendar has no such day'],
    ['29.2.2027', 'the calendar has no such day'],
    ['2026-13-01', 'the calendar has no such month'],
    ['3.5. or 4.5.', 'there are two'],
    ['3 May or 4 May', 'there are two'],
    ['3 May to 5 June', 'there are two'],
    ['not tomorrow', 'it is taken back'],
    ['morgen nicht', 'it is taken back'],
    ['tomorrow?', 'it is a question'],
    ['3 May in the evening with 4 friends', 'there is more in it'],
    ['3.5.2026 18:00', 'there is a time in it'],
    ['1.1.1700', 'it is too long ago'],
    ['in 5', 'it has no unit'],
  ])('is not read from %j: %s', (text) => {
    expect(read(any, text)).toBeNull();
  });

  it('with slashes begins with what is written first where it is written', () => {
    expect(read(any, '05/03/2026', american)).toBe('2026-05-03');
    expect(read(any, '05/03/2026', english)).toBe('2026-03-05');
    expect(read(any, '05/03/2026', german)).toBe('2026-03-05');
  });

  it('is that of the workspace’s own clock', () => {
    expect(read(any, 'today', american)).toBe('2026-04-30');
    expect(read(any, 'today', { ...thursdayNight, timezone: 'Asia/Tokyo' })).toBe('2026-05-01');
  });

  it('lies in its range, both ends included', () => {
    const coming: DateKind = { kind: 'date', atLeast: 'today', atMost: '2026-05-31' };
    expect(read(coming, 'today')).toBe('2026-04-30');
    expect(read(coming, 'yesterday')).toBeNull();
    expect(read(coming, '31 May')).toBe('2026-05-31');
    expect(read(coming, '1 June')).toBeNull();
  });

  it('without a year is the last one where only that is allowed', () => {
    const past: DateKind = { kind: 'date', atMost: 'today' };
    expect(read(past, '3 May')).toBe('2025-05-03');
    expect(read(past, '30.4.')).toBe('2026-04-30');
    expect(read({ kind: 'date', atMost: 'yesterday' }, '30.4.')).toBe('2025-04-30');
  });
});
