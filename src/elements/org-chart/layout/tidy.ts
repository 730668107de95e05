import type { SubtreeBoxes } from './subtree-boxes.js';

/**
 * Where each room begins across: siblings side by side, as close as the contours of their branches allow (A. van der
 * Ploeg, Drawing non-layered tidy trees in linear time, 2014). The names are those of the paper.
 *
 * @param finish Where the card of a room ends downwards.
 * @param between Free room between siblings.
 * @param isSpread Are there rooms below a room?
 */
export function tidy(
  { count, first, last, next, breadth, offset, card }: SubtreeBoxes,
  finish: Float64Array,
  between: number,
  isSpread: (box: number) => boolean,
): Float64Array {
  const length = count + 1;
  const floats = () => new Float64Array(length);
  const prelim = floats();
  const mod = floats();
  const shift = floats();
  const change = floats();
  const leftThread = new Int32Array(length);
  const rightThread = new Int32Array(length);
  const extremeLeft = new Int32Array(length);
  const extremeRight = new Int32Array(length);
  const sumLeft = floats();
  const sumRight = floats();
  const middle = (box: number) => offset[box] + card[box] / 2;
  // Siblings that a contour is low enough of, the latest on top.
  const lows: number[] = [];
  const whose: number[] = [];
  const order: number[] = [];

  for (let box = count; box >= 0; box--) {
    if (!isSpread(box)) {
      extremeLeft[box] = extremeRight[box] = box;
      continue;
    }
    const eldest = first[box];
    const youngest = last[box];
    lows.length = whose.length = order.length = 0;
    for (let child = eldest; child; child = next[child]) order.push(child);
    remember(finish[extremeLeft[eldest]], 0);
    for (let index = 1; index < order.length; index++) {
      const low = finish[extremeRight[order[index]]];
      separate(eldest, order[index - 1], order[index], index);
      remember(low, index);
    }
    prelim[box] =
      (prelim[eldest] + mod[eldest] + middle(eldest) + prelim[youngest] + mod[youngest] + middle(youngest)) / 2 -
      middle(box);
    extremeLeft[box] = extremeLeft[eldest];
    sumLeft[box] = sumLeft[eldest];
    extremeRight[box] = extremeRight[youngest];
    sumRight[box] = sumRight[youngest];
  }

  const result = floats();
  const total = floats();
  for (let box = 0; box <= count; box++) {
    total[box] += mod[box];
    result[box] = prelim[box] + total[box];
    if (!isSpread(box)) continue;
    let entry = 0;
    let sum = 0;
    for (let child = first[box]; child; child = next[child]) {
      entry += shift[child];
      sum += entry + change[child];
      mod[child] += sum;
      total[child] = total[box];
    }
  }
  return result;

  function remember(low: number, index: number) {
    while (lows.length && low >= lows[lows.length - 1]) {
      lows.pop();
      whose.pop();
    }
    lows.push(low);
    whose.push(index);
  }

  function separate(eldest: number, before: number, child: number, index: number) {
    let right = before;
    let rightSum = mod[before];
    let left = child;
    let leftSum = mod[child];
    let top = lows.length - 1;
    while (right && left) {
      if (top > 0 && finish[right] > lows[top]) top--;
      const distance = rightSum + prelim[right] + breadth[right] + between - leftSum - prelim[left];
      if (distance > 0) {
        leftSum += distance;
        move(child, index, whose[top], distance);
      }
      const [rightEnd, leftEnd] = [finish[right], finish[left]];
      if (rightEnd <= leftEnd) {
        right = isSpread(right) ? last[right] : rightThread[right];
        if (right) rightSum += mod[right];
      }
      if (rightEnd >= leftEnd) {
        left = isSpread(left) ? first[left] : leftThread[left];
        if (left) leftSum += mod[left];
      }
    }
    if (!right && left) {
      const from = extremeLeft[eldest];
      leftThread[from] = left;
      const difference = leftSum - mod[left] - sumLeft[eldest];
      mod[from] += difference;
      prelim[from] -= difference;
      extremeLeft[eldest] = extremeLeft[child];
      sumLeft[eldest] = sumLeft[child];
    } else if (right && !left) {
      const from = extremeRight[child];
      rightThread[from] = right;
      const difference = rightSum - mod[right] - sumRight[child];
      mod[from] += difference;
      prelim[from] -= difference;
      extremeRight[child] = extremeRight[before];
      sumRight[child] = sumRight[before];
    }
  }

  /** Moves a child away from its elder siblings, and those between along by their share. */
  function move(child: number, index: number, from: number, distance: number) {
    mod[child] += distance;
    sumLeft[child] += distance;
    sumRight[child] += distance;
    if (from === index - 1) return;
    const between = index - from;
    shift[order[from + 1]] += distance / between;
    shift[child] -= distance / between;
    change[child] -= distance - distance / between;
  }
}
