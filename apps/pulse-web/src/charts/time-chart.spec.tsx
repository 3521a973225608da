import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import type { ChartLine } from './chart-options.js';
import type { ChartElement, TimeChartProps } from './time-chart.js';

const created = jest.fn();
const destroyed = jest.fn();

// jsdom has no canvas to draw on; what is asked of the plot is what this component is for.
class RecordedPlot {
  readonly setData = jest.fn();
  readonly setSize = jest.fn();
  readonly redraw = jest.fn();
  readonly destroy = destroyed;

  constructor() {
    created();
  }
}
jest.unstable_mockModule('uplot', () => ({ default: RecordedPlot }));
const { TimeChart } = await import('./time-chart.js');

const cpu: ChartLine = { label: 'CPU', color: 'pulse-cpu' };
const core: ChartLine = { label: 'Core 1', color: 'pulse-cpu' };

function chart(changed: Partial<TimeChartProps>) {
  return (
    <MantineProvider>
      <TimeChart
        label="CPU over time"
        lines={[cpu]}
        data={[[1], [2]]}
        range={{ from: 0, to: 10 }}
        holes={[]}
        leastTop={100}
        formatValue={String}
        onCursor={() => {}}
        {...changed}
      />
    </MantineProvider>
  );
}

describe('TimeChart', () => {
  afterEach(() => {
    cleanup();
    jest.clearAllMocks();
  });

  it('hands new data to the plot that is there', () => {
    const { rerender, getByRole } = render(chart({}));
    const element: ChartElement = getByRole('img') as ChartElement;
    const { plot } = element;
    rerender(
      chart({
        data: [
          [1, 2],
          [2, 3],
        ],
      }),
    );
    expect(created).toHaveBeenCalledTimes(1);
    expect(element.plot).toBe(plot);
    expect(plot?.setData).toHaveBeenLastCalledWith([
      [1, 2],
      [2, 3],
    ]);
  });

  it('makes another plot only when the lines are others', () => {
    const { rerender } = render(chart({}));
    rerender(chart({ lines: [cpu, core], data: [[1], [2], [3]] }));
    expect(created).toHaveBeenCalledTimes(2);
    expect(destroyed).toHaveBeenCalledTimes(1);
  });

  it('takes its plot along when it goes', () => {
    const { unmount } = render(chart({}));
    unmount();
    expect(destroyed).toHaveBeenCalledTimes(1);
  });
});
