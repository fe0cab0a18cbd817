/** The places of the largest numbers, largest first; of equal ones the first. */
export function chooseMost(numbers: ArrayLike<number>, most: number): number[] {
  const chosen: number[] = [];
  if (most < 1) return chosen;
  for (let place = 0; place < numbers.length; place += 1) {
    const number = numbers[place] ?? 0;
    if (chosen.length === most && number <= (numbers[chosen[most - 1] ?? 0] ?? 0)) continue;
    let at = chosen.length < most ? chosen.push(place) - 1 : most - 1;
    for (; at > 0 && (numbers[chosen[at - 1] ?? 0] ?? 0) < number; at -= 1) chosen[at] = chosen[at - 1] ?? 0;
    chosen[at] = place;
  }
  return chosen;
}
