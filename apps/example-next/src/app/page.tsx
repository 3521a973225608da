import { Votes } from './votes';

// oxlint-disable-next-line import/no-default-export -- Next.js takes a page from its default export.
export default function Page() {
  return <Votes />;
}
