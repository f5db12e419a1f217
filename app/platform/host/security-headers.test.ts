import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const policyOf = (page: Parameters<typeof securityHeaders>[0]): string =>
  securityHeaders(page)['Content-Security-Policy'] ?? '';

test("a guest's page may run no inline script at all", () => {
  const policy = policyOf({ nonce: undefined, https: true });
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/nonce|unsafe/);
});

test("a member's page may run the inline scripts of its one answer", () => {
  expect(policyOf({ nonce: 'abc', https: true })).toContain("script-src 'self' 'nonce-abc';");
});

test('nothing comes from elsewhere and no other site may show us in a frame', () => {
  const policy = policyOf({ nonce: undefined, https: true });
  for (const rule of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toMatch(/https?:|\*/);
});

test('browsers are held to https where the forum is on https', () => {
  expect(securityHeaders({ nonce: undefined, https: true })).toHaveProperty('Strict-Transport-Security');
  expect(securityHeaders({ nonce: undefined, https: false })).not.toHaveProperty('Strict-Transport-Security');
});
