import type { ReactNode } from 'react';

export const metadata = { title: 'Votes' };

// oxlint-disable-next-line import/no-default-export -- Next.js takes a layout from its default export.
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
