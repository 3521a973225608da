import { describeInChromium } from '@trunkline/interop/chromium';

describeInChromium('@trpc/tanstack-react-query', new URL('page.tsx', import.meta.url));
