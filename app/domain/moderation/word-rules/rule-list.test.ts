import { describe, expect, it } from 'vitest';
import { listOfRules, readRuleList } from './rule-list.ts';

describe('a list of word rules', () => {
  it('comes back as it was written', () => {
    const rules = [
      { pattern: 'quack*', effect: 'warn' as const, note: 'Say "healer", say' },
      { pattern: 'buy now', effect: 'hold' as const, note: null },
    ];
    expect(listOfRules(rules)).toBe('pattern,effect,note\r\nquack*,warn,"Say ""healer"", say"\r\nbuy now,hold,\r\n');
    expect(readRuleList(listOfRules(rules))).toEqual({ kind: 'read', rules });
  });

  it('may be patterns alone, of which each holds', () => {
    expect(readRuleList('Quack*\n\n  buy  now ')).toEqual({
      kind: 'read',
      rules: [
        { pattern: 'quack*', effect: 'hold', note: null },
        { pattern: 'buy now', effect: 'hold', note: null },
      ],
    });
  });

  it('is refused as a whole, with every faulty line by its number', () => {
    const list = 'pattern,effect,note\ngood,hold\n*,hold\nbad,explode\n"open,hold\nGood,warn\na,b,c,d\n';
    expect(readRuleList(list)).toEqual({
      kind: 'faulty',
      faults: [
        { line: 3, fault: 'faults.patternShort' },
        { line: 4, fault: 'faults.effectUnknown' },
        { line: 5, fault: 'faults.lineShape' },
        { line: 6, fault: 'faults.patternTwice' },
        { line: 7, fault: 'faults.lineShape' },
      ],
    });
  });
});
