/** The way back, above a page's heading. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <p className="quiet">
      <a href={to}>{children}</a>
    </p>
  );
}
