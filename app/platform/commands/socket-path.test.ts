import { describe, expect, it } from 'vitest';
import { controlSocketPath } from './socket-path.ts';

const deep = `/srv/${'folder/'.repeat(20)}`;

describe('controlSocketPath', () => {
  it('is the whole path where that is short enough', () => {
    expect(controlSocketPath('data', '/srv/forum')).toBe('/srv/forum/data/control.sock');
    expect(controlSocketPath('/var/forum', '/srv')).toBe('/var/forum/control.sock');
  });

  it('is the way there from the current directory where the whole path is too long', () => {
    expect(controlSocketPath(`${deep}data`, deep)).toBe('data/control.sock');
  });

  it('refuses in plain words what no socket can be called', () => {
    expect(() => controlSocketPath(`${deep}data`, '/')).toThrow(/DATA_DIR: .* is longer than the \d+ bytes/);
  });
});
