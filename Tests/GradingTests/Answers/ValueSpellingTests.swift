import Testing

@testable import Grading

/// Numbers as people, books and programs write them.
private let values = #"""
  chain
  z1 = .5 ⟹ z1 = 0.5
  z1 = 5. ⟹ z1 = 5.0
  z1 = -0.5 ⟹ z1 = -0.5
  z1 = −0.5 ⟹ z1 = -0.5
  z1 = – 0.5 ⟹ z1 = -0.5
  z1 = +0.5 ⟹ z1 = 0.5
  z1=0.5 ⟹ z1 = 0.5
  z1 ≈ 0.5 ⟹ z1 = 0.5
  z1 ~ 0.5 ⟹ z1 = 0.5
  z1 ≃ 0.5 ⟹ z1 = 0.5
  z1 := 0.5 ⟹ z1 = 0.5
  z1 -> 0.5 ⟹ z1 = 0.5
  z1 → 0.5 ⟹ z1 = 0.5
  z1 == 0.5 ⟹ z1 = 0.5
  z1 \approx 0.5 ⟹ z1 = 0.5
  z1 &= 0.5 \\ ⟹ z1 = 0.5
  z1: 0.5 ⟹ z1 = 0.5
  z1 0.5 ⟹ z1 = 0.5
  dC/dw3 -0.25 ⟹ dC/dw3 = -0.25
  z1 is 0.5 ⟹ z1 = 0.5
  z1 = 0.5. ⟹ z1 = 0.5
  z1 = 0.5; ⟹ z1 = 0.5
  z1 = 0.5, ⟹ z1 = 0.5
  z1 = **0.5** ⟹ z1 = 0.5
  z1 = `0.5` ⟹ z1 = 0.5
  z1 = $0.5$ ⟹ z1 = 0.5
  z1 = "0.5" ⟹ z1 = 0.5
  z1 = \boxed{0.5} ⟹ z1 = 0.5
  z1 = \num{0.5} ⟹ z1 = 0.5
  z1 = \mathbf{-0.5} ⟹ z1 = -0.5
  z1 = 1.2e-3 ⟹ z1 = 0.0012
  z1 = 1.2E-03 ⟹ z1 = 0.0012
  z1 = 1.2E−3 ⟹ z1 = 0.0012
  z1 = 1.2×10^-3 ⟹ z1 = 0.0012
  z1 = 1.2 × 10⁻³ ⟹ z1 = 0.0012
  z1 = 1.2·10^{-3} ⟹ z1 = 0.0012
  z1 = 1.2 \cdot 10^{-3} ⟹ z1 = 0.0012
  z1 = 1.2 \times 10^{-3} ⟹ z1 = 0.0012
  z1 = 1.2*10**-3 ⟹ z1 = 0.0012
  z1 = 1/2 ⟹ z1 = 0.5
  z1 = -3/8 ⟹ z1 = -0.375
  z1 = 1 1/2 ⟹ z1 = 1.5
  z1 = 1½ ⟹ z1 = 1.5
  z1 = ½ ⟹ z1 = 0.5
  z1 = ¼ ⟹ z1 = 0.25
  z1 = ¾ ⟹ z1 = 0.75
  z1 = \frac{1}{4} ⟹ z1 = 0.25
  z1 = \frac12 ⟹ z1 = 0.5
  z1 = \dfrac{3}{8} ⟹ z1 = 0.375
  z1 = -\frac{3}{8} ⟹ z1 = -0.375
  z1 = 0,66⏎a1 = 0.6593 ⟹ z1 = 0.66; a1 = 0.6593
  z1 = 2,469 ⟹ ✗ 2,469 may be 2469 or 2.469
  z1 = 2,469⏎a1 = 0.5 ⟹ ✗ 2,469 may be 2469 or 2.469
  trace: lesson=single-chain decimal=comma⏎z1 = 2,469 ⟹ z1 = 2.469
  trace: lesson=single-chain decimal=comma⏎z1 = 2.469 ⟹ ✗ 2.469 may be 2469 or 2,469
  trace: lesson=single-chain decimal=comma⏎z1 = 2.469⏎a1 = 0.5 ⟹ z1 = 2.469; a1 = 0.5
  trace: lesson=single-chain decimal=comma⏎z1 = 2.469,5 ⟹ ✗ 2.469,5 has signs between its thousands; write 2469,5
  z1 = 1.234,5⏎a1 = 2469,5 ⟹ ✗ 1.234,5 has signs between its thousands; write 1234,5
  z1 = 1,234,567 ⟹ ✗ 1,234,567 has signs between its thousands; write 1234567
  z1 = 约0.5 ⟹ z1 = 0.5
  z1 = 大约 0.5 ⟹ z1 = 0.5
  z1 = 0.5左右 ⟹ z1 = 0.5
  z1 = 0.66 ± 0.01 ⟹ ✗ is a range
  z1 = 0.66 +/- 0.01 ⟹ ✗ is a range
  z1 = between 0.6 and 0.7 ⟹ ✗ is a range
  z1 = zwischen 0.6 und 0.7 ⟹ ✗ is a range
  z1 = 01.02. ⟹ ✗ is a date
  z1 = 50% ⟹ z1 = 0.5
  z1 = 0.5 % as a remark of TeX ⟹ z1 = 0.5
  $z_1 = 0.5$ % ⟹ z1 = 0.5
  z1 = 50 % ⟹ z1 = 0.5
  z1 = -0.9 % ⟹ z1 = -0.009
  z1 = -9.5 e-3 ⟹ z1 = -0.0095
  z1 = 0·25 ⟹ z1 = 0.25
  z1 = -⅘ ⟹ z1 = -0.8
  z1 = 0x12 ⟹ ✗ not a decimal number
  z1 = 0.5 ✓ ⟹ z1 = 0.5
  z1 = 0.5 ✔️ ⟹ z1 = 0.5
  z1 = 0.5 :) ⟹ z1 = 0.5
  z1 = 0.5 ? ⟹ z1 = 0.5
  z1 = 0.5 (?) ⟹ z1 = 0.5
  z1 = 0.5 ! ⟹ z1 = 0.5
  ｚ１　＝　０．５ ⟹ z1 = 0.5
  dC/db2 = dC/dz2 = 0.5 ⟹ dC/dz2 = 0.5; dC/db2 = 0.5
  ⇒ z1 = 0.5 ⟹ z1 = 0.5
  ∴ z1 = 0.5 ⟹ z1 = 0.5
  => z1 = 0.5 ⟹ z1 = 0.5
  3a) z1 = 0.5 ⟹ z1 = 0.5
  iv) z1 = 0.5 ⟹ z1 = 0.5
  § 7 z1 = 0.5 ⟹ z1 = 0.5
  ◦ z1 = 0.5 ⟹ z1 = 0.5
  ☑ z1 = 0.5 ⟹ z1 = 0.5
  - ⇒ 2. z1 = 0.5 ⟹ z1 = 0.5
  :z1: 0.5 ⟹ z1 = 0.5
  - z1 :: 0.5 ⟹ z1 = 0.5
  (z1) = 0.5 ⟹ z1 = 0.5
  (dC/dz2) = 0.5 ⟹ dC/dz2 = 0.5
  dC/dz2 (delta) = 0.5 ⟹ dC/dz2 = 0.5
  dC/dw3 (the weight of the last layer) = 0.5 ⟹ dC/dw3 = 0.5
  With z1=0.5 we get a1=0.6 ⟹ z1 = 0.5; a1 = 0.6
  dC/dz 2 = 0.5 ⟹ ✗ was not understood
  So dC/da3 is about 0.5. ⟹ dC/da3 = 0.5
  I get 0.5 for dC/dz3. ⟹ dC/dz3 = 0.5
  dC/dz3 of course is the same, 0.5 ⟹ ✗ was not understood
  the gradient of C with respect to w3 is 0.5 ⟹ dC/dw3 = 0.5
  d/dw3 C = 0.5 ⟹ dC/dw3 = 0.5
  What is dC/dz3?⏎0.5 ⟹ dC/dz3 = 0.5
  dC/dz3 – 0.5 ⟹ dC/dz3 = 0.5
  {'dw3': 0.5, 'db3': 0.25} ⟹ dC/dw3 = 0.5; dC/db3 = 0.25
  {'dw3': 0.5,⏎ 'db3': 0.25} ⟹ dC/dw3 = 0.5; dC/db3 = 0.25
  'dz3': 0.5 ⟹ dC/dz3 = 0.5
  C comes out as 0.5 ⟹ C = 0.5
  error in layer 2 = 0.5 ⟹ ✗ was not understood
  weight 3: gradient 0.5 ⟹ ✗ was not understood
  gradient wrt w1 = 0.5 ⟹ dC/dw1 = 0.5
  del C by del z3 = 0.5 ⟹ dC/dz3 = 0.5
  error = 0.5 ⟹ ✗ error is not the name of a quantity
  z1 = 0.5⏎Add 0.01 to w3, and run forward again. The derivative ⟹ z1 = 0.5
  z1 = 0.5⏎Here z2 is below 0, so the slope is 0.1. ⟹ z1 = 0.5
  z1 = 12.5\% ⟹ z1 = 0.125
  z1 = 0,5 ⟹ z1 = 0.5
  z1 = -0,25 ⟹ z1 = -0.25
  z1 = 0{,}5 ⟹ z1 = 0.5
  z1 = 1 234.5 ⟹ z1 = 1234.5
  z1 = 1\,234.5 ⟹ z1 = 1234.5
  z1 = 1'234.5 ⟹ z1 = 1234.5
  z1 = ０．５ ⟹ z1 = 0.5
  z1 = 1,234.5 ⟹ ✗ has signs between its thousands
  z1 = 0,5⏎a1 = 0.7 ⟹ z1 = 0.5; a1 = 0.7
  z1 = 2*0,5⏎a1 = 0.7 ⟹ z1 = 1.0; a1 = 0.7
  z1 = 2*(0,64 - 1)⏎a1 = 0.7 ⟹ z1 = -0.72; a1 = 0.7
  z1 = 2*0,125⏎a1 = 0.7 ⟹ z1 = 0.25; a1 = 0.7
  z1 = 1,5*2⏎a1 = 0.7 ⟹ z1 = 3.0; a1 = 0.7
  z1 = 2*1,250⏎a1 = 0.7 ⟹ ✗ 1,250 has a decimal comma
  z1 = max(0,5)⏎a1 = 0.7 ⟹ z1 = 5.0; a1 = 0.7
  z1 = (0,5)⏎a1 = 0.7 ⟹ ✗ 0,5 has a decimal comma
  C between 0.24 and 0.25 ⟹ ✗ was not understood
  C between 2468 and 2470 ⟹ ✗ was not understood
  - C lies between 2468 and 2470 ⟹ ✗ was not understood
  z1 is somewhere between 0.6 and 0.7 ⟹ ✗ was not understood
  so dC/dw1 lies between 0.1 and 0.2 ⟹ ✗ was not understood
  C beträgt ungefähr zwischen 0.24 und 0.25 ⟹ ✗ was not understood
  C liegt zwischen 0.24 und 0.25 ⟹ ✗ was not understood
  C介于0.24和0.25 ⟹ ✗ was not understood
  trace: lesson=single-chain decimal=comma⏎z1 = 0,5⏎a1 = 0.7 ⟹ z1 = 0.5; a1 = 0.7
  trace: lesson=single-chain decimal=comma⏎C = (0,7 - 0,2)^2 ⟹ C = 0.25
  trace: lesson=single-chain decimal=comma⏎a1 = max(0,5; 0,25) ⟹ a1 = 0.5
  z1 = 1.2 * 0.8 - 0.3 ⟹ z1 = 0.66
  z1 = 1.2·0.8 − 0.3 = 0.66 ⟹ z1 = 0.66
  z1 = w1 * a0 + b1 = 1.2*0.8 + (-0.3) = 0.66 ⟹ z1 = 0.66
  z1 = w1 x a0 + b1 ⟹ z1 = 0.66
  z1 = w1 a0 + b1 = 0.66 ⟹ z1 = 0.66
  z1 = w^{(1)} a^{(0)} + b^{(1)} = 0.66 ⟹ z1 = 0.66
  z1 = w₁x + b₁ = 0.66 ⟹ z1 = 0.66
  a1 = sigmoid(0) ⟹ a1 = 0.5
  a1 = σ(0) ⟹ a1 = 0.5
  a1 = \sigma(0) = 0.5 ⟹ a1 = 0.5
  a1 = 1/(1+e^{-0}) ⟹ a1 = 0.5
  a1 = 1/(1+exp(-0)) ⟹ a1 = 0.5
  a1 = \frac{1}{1+e^{-0}} = 0.5 ⟹ a1 = 0.5
  C = (0.7 - 0.2)^2 ⟹ C = 0.25
  C = (0.7 - 0.2)² = 0.25 ⟹ C = 0.25
  C = (0.7 - 0.2)**2 ⟹ C = 0.25
  C = \left(0.7 - 0.2\right)^{2} = 0.25 ⟹ C = 0.25
  dC/da3 = 2(a3 - y) = 0.3 ⟹ dC/da3 = 0.3
  dC/da3 = 2*(a3-y)⏎       = 0.3 ⟹ dC/da3 = 0.3
  dC/da3 = 0.3   # from C₁ ⟹ dC/da3 = 0.3
  dC/da3 = 0.3 // rounded ⟹ dC/da3 = 0.3
  dC/da3 = 0.3 % remark ⟹ dC/da3 = 0.3
  dC/da3 = 0.3 (rounded) ⟹ dC/da3 = 0.3
  dC/da3 = -0.5 (because the output is too low) ⟹ dC/da3 = -0.5
  δ3 = dC/dz3 = dC/da3 · σ′(z3) = 0.3 ⟹ dC/dz3 = 0.3
  ŷ = a3 = 0.5 ⟹ a3 = 0.5
  Therefore dC/da3 = 0.3. ⟹ dC/da3 = 0.3
  First z1 = 0.66 and a1 = 0.6593, so z2 = -0.0615. ⟹ z1 = 0.66; a1 = 0.6593; z2 = -0.0615
  z1 = 0.66, a1 = 0.6593 ⟹ z1 = 0.66; a1 = 0.6593
  z1 = 0.66; a1 = 0.6593 ⟹ z1 = 0.66; a1 = 0.6593
  - $z^1 = 0.66$, $a^1 = 0.6593$ ⟹ z1 = 0.66; a1 = 0.6593
  z1 = 0.66 ⇒ a1 = 0.6593 ⟹ z1 = 0.66; a1 = 0.6593
  1. z1 = 0.5 ⟹ z1 = 0.5
  (a) z1 = 0.5 ⟹ z1 = 0.5
  a) z1 = 0.5 ⟹ z1 = 0.5
  - [x] z1 = 0.5 ⟹ z1 = 0.5
  > z1 = 0.5 ⟹ z1 = 0.5
  \item $z_1 = 0.5$ ⟹ z1 = 0.5
  $$z_1 = 0.5$$ ⟹ z1 = 0.5
  \[ z^{(1)} = 0.5 \] ⟹ z1 = 0.5
  $$⏎z_1 = 0.5⏎$$ ⟹ z1 = 0.5
  \begin{equation}⏎z_1 = 0.5⏎\end{equation} ⟹ z1 = 0.5
  \begin{align}⏎z_1 &= 0.5 \\⏎a_1 &= 0.6⏎\end{align} ⟹ z1 = 0.5; a1 = 0.6
  ```⏎z1 = 0.5⏎``` ⟹ z1 = 0.5
  z1 = abc ⟹ ✗ 'abc' is neither a number
  z1 = nan ⟹ ✗ 'nan' is neither a number
  z1 = 0.5 roughly ⟹ z1 = 0.5
  z1 = 0.5 I think ⟹ z1 = 0.5
  z1 = I think 0.5 ⟹ z1 = 0.5
  z1: about 0.5 ⟹ z1 = 0.5
  z1 = approx. -0.5 ⟹ z1 = -0.5
  z1 = ca. 0.5 ⟹ z1 = 0.5
  z1 = not 0.5 ⟹ ✗ 'not' is neither a number
  mean cost: 0.5 ⟹ ✗ was not understood
  z1 = 0.5;a1 = 0.6 ⟹ z1 = 0.5; a1 = 0.6
  z1⇥0.5⇥-0.3 ⟹ z1 = 0.5
  z1 = 0.5 (4 s.f.) ⟹ z1 = 0.5
  z1 = 0.5 (to 3 d.p.) ⟹ z1 = 0.5
  z1 = 0.5 (3 sig figs) ⟹ z1 = 0.5
  z1 = 0.5 to 3 decimal places ⟹ z1 = 0.5
  z1 = 0.3 to 0.4 ⟹ ✗ 0.3 to 0.4 is a range
  z1 = 0.69 bis 0.70 ⟹ ✗ is a range
  z1 = 0.48..0.49 ⟹ ✗ is a range
  z1 = 0.48~0.49 ⟹ ✗ is a range
  z1 = 0.65–0.67 ⟹ ✗ may be a range or a difference
  z1 = 0.6-0.7 ⟹ ✗ may be a range or a difference
  z1 = 0.6 - 0.7 roughly ⟹ ✗ may be a range or a difference
  z1 = -0.07 - -0.06 ⟹ ✗ may be a range or a difference
  z2 = 0.6 - 0.7 ⟹ z2 = -0.1
  z1 = 0.6-0.7 = -0.1 ⟹ z1 = -0.1
  dC/da3 = a3 - y = 0.6593 - 0.5 ⟹ dC/da3 = 0.1593
  z1 = 0.6 - 0.7 + 0.3 ⟹ z1 = 0.2
  z1 = 0.65 or 0.66 ⟹ ✗ are two numbers
  z1 = 0.65 and 0.66 ⟹ ✗ are two numbers
  z1 = 2024-05-12 ⟹ ✗ 2024-05-12 is a date
  z1 = 5/12/2024 ⟹ ✗ is a date
  z1 = 12.05.2024 ⟹ ✗ is a date
  z1 = 05/12 ⟹ ✗ is a date
  z1 = 00. Jan ⟹ ✗ 00. Jan is a date
  z1 = 12. Mai ⟹ ✗ is a date
  z1 = 1-May ⟹ ✗ is a date
  z1 = May 12 ⟹ ✗ is a date
  z1,05.12.2024⏎a1,0.5 ⟹ ✗ is a date
  z1 = 5/12/2 ⟹ z1 = 0.208333
  z1 = 0.5⏎a3 ∈ [0.69, 0.70] ⟹ ✗ was not understood
  z1 = 0.5⏎C < 0.25 ⟹ ✗ was not understood
  z1 = 0.5⏎$0.69 \leq a_3 \leq 0.7$ ⟹ ✗ was not understood
  z1 = 0.5⏎dC/da3 ≠ 0 ⟹ ✗ was not understood
  z1 = 0.5⏎Here z2 < 0, and the slope is small ⟹ z1 = 0.5
  z1=0.5,a1=0.6 ⟹ z1 = 0.5; a1 = 0.6
  答：梯度为 z1＝0.5 ⟹ z1 = 0.5
  所以z1＝0.5，则a1＝0.6 ⟹ z1 = 0.5; a1 = 0.6
  loss: tensor(0.5, grad_fn=<MseLossBackward0>) ⟹ C = 0.5
  z1 = np.sum(w1, axis=1) = 0.5 ⟹ z1 = 0.5
  z1 = 0.5⏎a1 after dropout = 0.6 ⟹ ✗ was not understood
  z1 = 0.5⏎c^<1> = 0.3 ⟹ ✗ c^<1> is not the name of a quantity
  z^2 = 0.66⏎a^2 = 0.6593 ⟹ z1 = 0.66; a1 = 0.6593
  z^2 = 0.66⏎a^2 = 0.5 ⟹ z2 = 0.66; a2 = 0.5
  ｚ１＝０．５，ａ１＝０．６ ⟹ z1 = 0.5; a1 = 0.6
  z1 = 0.5 (see p. 3) ⟹ z1 = 0.5
  z1 = 0.5 (ok) ⟹ z1 = 0.5
  z1 = 2 (foo - 1) ⟹ ✗ 'foo' is neither a number
  z1 = 1 + 2i ⟹ ✗ complex
  z1 = 0.5 (approx.) ⟹ z1 = 0.5
  z1 = 0.5 [from 0.9·0.6] ⟹ z1 = 0.5
  z1 = 0.1017 (0.2099*0.4846) ⟹ z1 = 0.1017
  z1 = 0.5 (w1) ⟹ z1 = 0.6
  z1 = 0.2099… ⟹ z1 = 0.2099
  z1 = 0.2099... ⟹ z1 = 0.2099
  z1 = −0.009 891 50 ⟹ z1 = -0.0098915
  z1 = −0.009 891 50 ⟹ z1 = -0.0098915
  z1 = 0.009\,891\,5 ⟹ z1 = 0.0098915
  z1 = 12 345.678 9 ⟹ z1 = 12345.7
  z1 = 0,009 891 ⟹ z1 = 0.009891
  z1 = 0.5 0.6 ⟹ ✗ two values stand side by side
  z1 = ​0.5 ⟹ z1 = 0.5
  z1 = 0.5 ± 0.1 ⟹ ✗ is a range
  z1 = 0.5, 0.6 ⟹ ✗ ',' stands between two values
  z1 = (0.5 ⟹ ✗ never closed
  z1 = 1e999 ⟹ ✗ too large
  z1 = 0.5⏎z1 = 0.7 ⟹ ✗ has another value in line 1
  z1 = [0.5, 0.6] ⟹ ✗ these are 2 numbers
  z1 = [0.5] ⟹ z1 = 0.5
  z1 = [0.5 ⟹ ✗ the bracket that opens here is never closed
  z1⏎0.5⏎C⏎0.6 ⟹ z1 = 0.5; C = 0.6
  z1 = 0.5⏎delta⏎0.2099 ⟹ ✗ delta is not the name of a quantity
  >>> z1⏎0.5⏎>>> a1*(1-a1)⏎0.2246 ⟹ z1 = 0.5
  >>> z1⏎0.5⏎>>> delta⏎array([[0.2099]]) ⟹ ✗ delta is not the name of a quantity
  >>> z1⏎0.5⏎>>> net.feedforward(x)⏎array([[0.4557]]) ⟹ ✗ net.feedforward(x) is not the name of a quantity
  >>> print(z1, a1)⏎0.5 0.6 ⟹ z1 = 0.5; a1 = 0.6
  print(z1, a1, C)⏎0.5 0.6 0.7 ⟹ z1 = 0.5; a1 = 0.6; C = 0.7
  >>> print(z1, a1)⏎0.5 0.6 0.7⏎C = 0.7 ⟹ ✗ was not understood
  dC/da3 = tensor(0.5) ⟹ dC/da3 = 0.5
  dC/da3 = tensor(0.5, grad_fn=<PowBackward0>) ⟹ dC/da3 = 0.5
  dC/da3 = tensor(2.) ⟹ dC/da3 = 2.0
  dC/da3 = np.float64(0.5) ⟹ dC/da3 = 0.5
  dC/da3 = Array(0.5, dtype=float32, weak_type=True) ⟹ dC/da3 = 0.5
  dC/da3 = np.exp(0) ⟹ ✗ np
  z1 = 0.5⏎ghost7 = 0.3 ⟹ ✗ ghost7 is not the name of a quantity
  z1 = 0.5⏎q^1 = 0.3 ⟹ ✗ q^1 is not the name of a quantity
  z1 = 0.5⏎q^2 = 0.3 ⟹ z1 = 0.5
  """#

@Test(arguments: Spelling.table(values))
func `A value in any usual spelling is read, or refused with a reason`(row: Spelling) throws {
  try row.check()
}

/// Arrays as NumPy, PyTorch, JAX, MATLAB, Julia, TeX and JSON print them.
private let arrays = #"""
  small
  dW2 = [[0.1, 0.2]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = [0.1, 0.2] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = [[0.1 0.2]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = [0.1 0.2] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 [0.1 0.2] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2: [[0.1, 0.2]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = array([[0.1, 0.2]]) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = np.array([[0.1, 0.2]]) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = array([[0.1, 0.2]], dtype=float32) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = Array([[0.1, 0.2]], dtype=float32) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = tensor([[0.1, 0.2]]) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = tensor([[0.1, 0.2]], grad_fn=<MmBackward0>) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 = tensor([[-1.0000e-01,  2.0000e-01]], device='cuda:0') ⟹ dC/dw2[1,1] = -0.1; dC/dw2[1,2] = 0.2
  W2.grad = tensor([[0.1, 0.2]]) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW1 = [0.1 0.2; 0.3 0.4] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  dW1 = [0.1, 0.2; 0.3, 0.4] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  dW1 = [[0.1, 0.2], [0.3, 0.4]] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  dW1 = ((0.1, 0.2), (0.3, 0.4)) ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  dW1 = [[0.1 0.2]⏎ [0.3 0.4]] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  dW1 = array([[0.1, 0.2],⏎       [0.3, 0.4]]) ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  dW1 = tensor([[0.1, 0.2],⏎        [0.3, 0.4]],⏎       grad_fn=<TBackward0>) ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  >>> dW2⏎array([[0.1, 0.2]]) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  >>> print(dW2)⏎[[0.1 0.2]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  In [3]: dW2⏎Out[3]: array([[0.1, 0.2]]) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW1 =⏎⏎    0.1000    0.2000⏎    0.3000    0.4000 ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  julia> dW1⏎2×2 Matrix{Float64}:⏎ 0.1  0.2⏎ 0.3  0.4 ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  > dW1⏎     [,1] [,2]⏎[1,]  0.1  0.2⏎[2,]  0.3  0.4⏎> db2⏎[1] 0.5 ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4; dC/db2 = 0.5
  > db1⏎[1] 0.1⏎[2] 0.2 ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2
  > db1⏎[1] 0.1 0.2 ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2
  In[3]:= dW2⏎Out[3]= {{0.1, 0.2}} ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dC/db1:⏎  - 0.1⏎  - 0.2 ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2
  dW1:⏎- [0.1, 0.2]⏎- [0.3, 0.4] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  dC/db1:⏎  1: 0.1⏎  2: 0.2 ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2
  \frac{\partial C}{\partial W^{(2)}} = \begin{pmatrix} 0.1 & 0.2 \end{pmatrix} ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  W^{(1)} = \begin{bmatrix} 0.1 & 0.2 \\ 0.3 & 0.4 \end{bmatrix} ⟹ w1[1,1] = 0.1; w1[1,2] = 0.2; w1[2,1] = 0.3; w1[2,2] = 0.4
  $$⏎a^{(1)} = \begin{bmatrix}⏎0.6 \\⏎0.4⏎\end{bmatrix}⏎$$ ⟹ a1[1] = 0.6; a1[2] = 0.4
  z^{(1)} = \left[\begin{array}{c} 0.5 \\ -0.1 \end{array}\right] ⟹ z1[1] = 0.5; z1[2] = -0.1
  Z1 = [[0.5], [-0.1]] ⟹ z1[1] = 0.5; z1[2] = -0.1
  Z1 = [0.5, -0.1] ⟹ z1[1] = 0.5; z1[2] = -0.1
  Z1 = [0.5; -0.1] ⟹ z1[1] = 0.5; z1[2] = -0.1
  Z1 = (0.5, -0.1) ⟹ z1[1] = 0.5; z1[2] = -0.1
  Z1 = (0.5, -0.1)^T ⟹ z1[1] = 0.5; z1[2] = -0.1
  Z1 = [0.5 -0.1]ᵀ ⟹ z1[1] = 0.5; z1[2] = -0.1
  Z1 = W1 X + b1 = [0.5, -0.1] ⟹ z1[1] = 0.5; z1[2] = -0.1
  δ1 = [0.5, -0.1] ⟹ dC/dz1[1] = 0.5; dC/dz1[2] = -0.1
  delta1 [ 0.5 -0.1] ⟹ dC/dz1[1] = 0.5; dC/dz1[2] = -0.1
  h = [0.5, -0.1] ⟹ ✗ not the name of a quantity
  new W2 = [0.1, 0.2] ⟹ new w2[1,1] = 0.1; new w2[1,2] = 0.2
  W2_new = [[0.1, 0.2]] ⟹ new w2[1,1] = 0.1; new w2[1,2] = 0.2
  0.weight.grad = [[0.1, 0.2], [0.3, 0.4]]⏎2.weight.grad = [[0.5, 0.6]] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4; dC/dw2[1,1] = 0.5; dC/dw2[1,2] = 0.6
  model[0].bias.grad: tensor([0.1, 0.2])⏎model[2].bias.grad: tensor([0.3]) ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2; dC/db2 = 0.3
  fc1.bias.grad tensor([0.1, 0.2]) ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2
  dW1 =⏎[[0.1 0.2]⏎ [0.3 0.4]] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  dW1:⏎⏎array([[0.1, 0.2],⏎       [0.3, 0.4]])⏎z1[1] = 0.5 ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4; z1[1] = 0.5
  **dW2**:⏎tensor([[0.1, 0.2]], dtype=torch.float64) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2⏎[[0.1 0.2]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2: [[0.1,⏎       0.2]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW1:⏎[[0.1 0.2]] ⟹ ✗ this array is 1 by 2, but dC/dw1 is 2 by 2
  W2 := W2 - 0.5*dW2 = [0.1, 0.2] ⟹ new w2[1,1] = 0.1; new w2[1,2] = 0.2
  W2 := W2 - alpha * dW2 =⏎[[0.1 0.2]] ⟹ new w2[1,1] = 0.1; new w2[1,2] = 0.2
  Z[1] = [[0.5], [-0.1]] ⟹ z1[1] = 0.5; z1[2] = -0.1
  dW[1] = [[0.1, 0.2], [0.3, 0.4]] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  Z[1] = [[0.5],⏎ [-0.1] ⟹ ✗ the bracket that opens here is never closed
  b2 = 0,3⏎z(1) = (0,5; -0,25) ⟹ b2 = 0.3; z1[1] = 0.5; z1[2] = -0.25
  dW1(2,1) = 0.3 ⟹ dC/dw1[2,1] = 0.3
  \[ \mathbf{z}^{(1)} = \begin{pmatrix} 0.5 \\ -0.1 \end{pmatrix}, \quad \hat{\mathbf y} = \begin{pmatrix} 0.6 \end{pmatrix} \] ⟹ z1[1] = 0.5; z1[2] = -0.1; a2 = 0.6
  \boldsymbol{\delta}^{(1)} = [0.1, 0.2] ⟹ dC/dz1[1] = 0.1; dC/dz1[2] = 0.2
  nabla_w[-1] = [[0.1, 0.2]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  nabla_b[-2] = [[0.1], [0.2]] ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2
  nabla_w[-1][0,1] = 0.2⏎nabla_w[-2][1][0] = 0.3 ⟹ dC/dw2[1,2] = 0.2; dC/dw1[2,1] = 0.3
  nabla_b[0] = [0.1, 0.2]⏎nabla_b[1] = [0.3] ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2; dC/db2 = 0.3
  nabla_b[1] = [0.1, 0.2]⏎nabla_b[2] = [0.3] ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2; dC/db2 = 0.3
  nabla_b[1] = [0.3] ⟹ ✗ nabla_b[1] may be dC/db1 or dC/db2
  nabla_b[-3] = 0.5 ⟹ ✗ the lesson has no quantity nabla_b[-3]
  nabla_w[0][2,2] = 0.5 ⟹ ✗ the lesson has no quantity nabla_w[0][2,2]
  zs[0] = [0.1, 0.2]⏎activations[-1] = [[0.3]] ⟹ z1[1] = 0.1; z1[2] = 0.2; a2 = 0.3
  self.biases[-1] = [0.3] ⟹ b2 = 0.3
  dW1 = 0.5 ⟹ ✗ may be dC/dw1[1,1] or dC/dw2[1,1]
  dW1 = [0.1, 0.2] ⟹ ✗ this array is 1 by 2, but dC/dw1 is 2 by 2
  dW1 = [[0.1, 0.2], [0.3]] ⟹ ✗ different lengths
  dW1 =⏎⏎   1.0e-02 *⏎⏎   -0.5   0.6⏎    0.7   0.8⏎ ⟹ dC/dw1[1,1] = -0.005; dC/dw1[1,2] = 0.006; dC/dw1[2,1] = 0.007; dC/dw1[2,2] = 0.008
  z1[1] = 0.5⏎0.weight tensor([[0.1, 0.2],⏎ [0.3, 0.4]]) ⟹ ✗ before a parameter and before its gradient
  db1[0] = 0.1⏎db1[1] = 0.2 ⟹ ✗ may start at 0
  dW2 = [[0.1], [0.2]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  b2 = 0,3⏎z1 = (0,5; -0,25) ⟹ b2 = 0.3; z1[1] = 0.5; z1[2] = -0.25
  ∇_{W2} C = [0.1, 0.2] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  dW2 [[0.1 0.2]] db2 [[0.3]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2; dC/db2 = 0.3
  dW2: [[0.1 0.2]], db2: [[0.3]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2; dC/db2 = 0.3
  dW2 = [[0.1 0.2]] db2 = [[0.3]] ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2; dC/db2 = 0.3
  dW2 = array([[0.1, 0.2]]) db2 = array([[0.3]]) ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2; dC/db2 = 0.3
  z2 0.5 a2 0.6 ⟹ z2 = 0.5; a2 = 0.6
  dW2 = [[0.1, ..., 0.2]] ⟹ ✗ this array is cut
  dW1 = [-0,1 -0,2; 0,3 0,4] ⟹ dC/dw1[1,1] = -0.1; dC/dw1[1,2] = -0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  dW1 = [[-0,1, -0,2], [0,3, 0,4]] ⟹ dC/dw1[1,1] = -0.1; dC/dw1[1,2] = -0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  {"z1": ["0,52", "0,6615"], "a1[1]": "0,5"} ⟹ z1[1] = 0.52; z1[2] = 0.6615; a1[1] = 0.5
  dW2 = [[0.1, x]] ⟹ ✗ 'x' stands for several numbers
  wide
  dW1 = [[1, 2, 3], [4, 5, 6]] ⟹ ✗ it is transposed
  δ^{x=2,l=1} = [1, 2, 3] ⟹ dC2/dz1[1]@2 = 1.0; dC2/dz1[2]@2 = 2.0; dC2/dz1[3]@2 = 3.0
  Z2 = [[1, 2], [3, 4]] ⟹ z2[1]@1 = 1.0; z2[1]@2 = 2.0; z2[2]@1 = 3.0; z2[2]@2 = 4.0
  b2 = [1, 2] ⟹ b2[1] = 1.0; b2[2] = 2.0
  db2 = [[1], [2]] ⟹ dC/db2[1] = 1.0; dC/db2[2] = 2.0
  A1@2 = [1, 2, 3] ⟹ a1[1]@2 = 1.0; a1[2]@2 = 2.0; a1[3]@2 = 3.0
  """#

@Test(arguments: Spelling.table(arrays))
func `An array is as many answers as it has entries, or is refused with a reason`(row: Spelling) throws {
  try row.check()
}

/// Lists, tables, JSON, notebooks.
private let files = #"""
  [INFO] 2026-11-30 21:00:01 z1=0.66 a1=0.6593 ⟹ z1 = 0.66; a1 = 0.6593
  [DEBUG] 2026-11-30 21:00:02 dC/dw3: 0.1017 dC/db3: 0.2099 ⟹ dC/dw3 = 0.1017; dC/db3 = 0.2099
  dC/dw3 = a2 * delta3, where delta3 = 0.2099⏎       = 0.1017 ⟹ ✗ no name stands before this number
  dC/db3 = 0.2099⏎Finally, dC/dw3 is the same as δ3, i.e. 0.2099, but times 0.4846. ⟹ ✗ this line has a number
  {"grads": {"0.weight": 0.1017, "0.bias": [0.2]}} ⟹ dC/dw1 = 0.1017; dC/db1 = 0.2
  z1 = 0.66 = w1*x + b1 ⟹ z1 = 0.66
  chain
  z1,0.5⏎a1,0.6 ⟹ z1 = 0.5; a1 = 0.6
  z1;0.5⏎a1;0.6 ⟹ z1 = 0.5; a1 = 0.6
  z1;0,5⏎a1;0,6 ⟹ z1 = 0.5; a1 = 0.6
  z1⇥0.5⏎a1⇥0.6 ⟹ z1 = 0.5; a1 = 0.6
  quantity,value⏎z1,0.5 ⟹ z1 = 0.5
  quantity;value⏎z1;0,5 ⟹ z1 = 0.5
  quantity,expected,mine⏎z1,0.66,0.5 ⟹ z1 = 0.5
  name⇥points⇥my answer⏎z1⇥2⇥0.5 ⟹ z1 = 0.5
  "z1","0.5" ⟹ z1 = 0.5
  | z1 | 0.5 | ⟹ z1 = 0.5
  | z1 | 0.5 | | ⟹ z1 = 0.5
  | quantity | value |⏎|---|---|⏎| z1 | 0.5 | ⟹ z1 = 0.5
  | quantity | right | mine |⏎|:--|--:|--:|⏎| $z^{(1)}$ | 0.66 | 0.5 | ⟹ z1 = 0.5
  | 1 | z1 | 0.5 | ⟹ z1 = 0.5
  node,forward,backward⏎z1,-2,3⏎a1,3,4 ⟹ z1 = -2.0; dC/dz1 = 3.0; a1 = 3.0; dC/da1 = 4.0
  z1 | 0.5 ⟹ z1 = 0.5
  | quantity | value | gradient |⏎|---|---|---|⏎| z1 | 0.5 | 0.1 | ⟹ z1 = 0.5; dC/dz1 = 0.1
  | z1 | 0.5 |⏎| out_h1 | 0.6 | ⟹ ✗ out_h1 is not the name of a quantity
  | | ex 1 | ex 2 |⏎|---|---|---|⏎| z1 | 0.5 | 0.6 | ⟹ ✗ the columns of z1 are examples
  | z1 | a1 | C |⏎|---|---|---|⏎| 0.5 | 0.6 | 0.7 | ⟹ z1 = 0.5; a1 = 0.6; C = 0.7
  z1,a1,C⏎0.5,0.6,0.7 ⟹ z1 = 0.5; a1 = 0.6; C = 0.7
  z1⇥a1⇥C⏎0.5⇥0.6⇥0.7 ⟹ z1 = 0.5; a1 = 0.6; C = 0.7
  | | layer 1 | layer 2 |⏎|---|---|---|⏎| z | 0.5 | 0.6 |⏎| ∂C/∂w | 0.1 | |⏎| δ | 0.2 | 0.3 | ⟹ z1 = 0.5; z2 = 0.6; dC/dw1 = 0.1; dC/dz1 = 0.2; dC/dz2 = 0.3
  | layer | z | $a^{(l)}$ | $\frac{\partial C}{\partial w}$ |⏎|---|---|---|---|⏎| 3 | 0.5 | 0.6 | 0.7 | ⟹ z3 = 0.5; a3 = 0.6; dC/dw3 = 0.7
  z1⇥=⇥0.5⏎a1⇥=⇥0.6 ⟹ z1 = 0.5; a1 = 0.6
  | layer | z | p_k |⏎|---|---|---|⏎| 1 | 0.5 | 0.6 | ⟹ ✗ p_k is not the name of a quantity
  | step | z1 | new w1 |⏎|---|---|---|⏎| 1 | 0.5 | 0.6 |⏎| 2 | 0.7 | 0.8 | ⟹ ✗ only the first step is judged
  | z1 | 0.5 |⏎|---|---|⏎| a1 | 0.6 | ⟹ z1 = 0.5; a1 = 0.6
  | layer 1 | layer 2 |⏎|---|---|⏎| 0.5 | 0.6 |⏎z1 = 0.5 ⟹ ✗ 0.6 has no name
  quantity,value⏎z1,0.5⏎,0.7 ⟹ ✗ 0.7 has no name
  <html><table><tr><th>quantity</th><th>value</th></tr><tr><td rowspan="2">z1</td><td>0.5</td></tr><tr><td>0.7</td></tr></table></html> ⟹ ✗ z1 has another value
  <html><table><tr><th>layer</th><th>z</th><th>a</th></tr><tr><td>1</td><td colspan=2>0.5</td></tr><tr><td>2</td><td>0.6</td><td rowspan='2'>0.7</td></tr><tr><td>3</td><td>0.8</td></tr></table></html> ⟹ z1 = 0.5; z2 = 0.6; a2 = 0.7; z3 = 0.8; a3 = 0.7
  | z1 = 0.5 | a1 = 0.6 | ⟹ z1 = 0.5; a1 = 0.6
  | | 1 | 2 |⏎|---|---|---|⏎| z | 0.5 | 0.6 |⏎| ∂C/∂w | 0.1 | 0.2 | ⟹ z1 = 0.5; z2 = 0.6; dC/dw1 = 0.1; dC/dw2 = 0.2
  | Schicht | 1 | 2 |⏎|---|---|---|⏎| z | 0.5 | 0.6 | ⟹ z1 = 0.5; z2 = 0.6
  ;1;2⏎z;0,5;-0,6 ⟹ z1 = 0.5; z2 = -0.6
  | 量 | 值 | 导数 |⏎|---|---|---|⏎| z1 | 0.5 | 0.1 | ⟹ z1 = 0.5; dC/dz1 = 0.1
  | | Wert | Ableitung |⏎|---|---|---|⏎| z1 | 0.5 | 0.1 | ⟹ z1 = 0.5; dC/dz1 = 0.1
  | | value | derivative |⏎|---|---|---|⏎| z1 | 0.5 | 0.1 | ⟹ z1 = 0.5; dC/dz1 = 0.1
  | | z1 | z2 |⏎|---|---|---|⏎| Ableitung | 0.5 | 0.7 | ⟹ dC/dz1 = 0.5; dC/dz2 = 0.7
  | | z1 | z2 |⏎|---|---|---|⏎| value | 0.5 | 0.6 |⏎| ∂C/∂ | 0.1 | 0.2 | ⟹ z1 = 0.5; z2 = 0.6; dC/dz1 = 0.1; dC/dz2 = 0.2
  | | z1 | z2 |⏎|---|---|---|⏎| whatever | 0.1 | 0.2 | ⟹ ✗ 0.2 has no name
  | z1 | 0.5 | 0.7 | ⟹ ✗ 0.7 has no name
  | quantity | value | slope |⏎|---|---|---|⏎| z1 | 0.5 | 9 | ⟹ ✗ 9 has no name
  | quantity | value | check | Punkte | 备注 |⏎|---|---|---|---|---|⏎| z1 | 0.5 | 9.5 | 2.5 | 3.5 | ⟹ z1 = 0.5
  {"z1": 0.5} ⟹ z1 = 0.5
  {"z1": "0.5"} ⟹ z1 = 0.5
  {"answers": {"z1": 0.5}} ⟹ z1 = 0.5
  {"layer1": {"z1": 0.5, "a1": 0.6}} ⟹ z1 = 0.5; a1 = 0.6
  [{"name": "z1", "value": 0.5}] ⟹ z1 = 0.5
  {"z1": 0.5, "dCda3": 0.3} ⟹ z1 = 0.5; dC/da3 = 0.3
  {"z1": 0.5, "mystery": 0.3} ⟹ ✗ mystery is not the name of a quantity
  {"z1": true} ⟹ ✗ must be a number
  {"cells": [{"cell_type": "markdown", "source": ["# Mine\n", "z1 = 0.5"]}, {"cell_type": "code", "source": ["a1"], "outputs": [{"data": {"text/plain": ["0.6"]}}]}], "metadata": {}, "nbformat": 4} ⟹ z1 = 0.5; a1 = 0.6
  {"cells": [{"cell_type": "code", "source": ["print(x)"], "outputs": [{"name": "stdout", "text": ["z1 = 0.5\n", "a1 = 0.6\n"]}]}], "metadata": {}, "nbformat": 4} ⟹ z1 = 0.5; a1 = 0.6
  <html><body><p>z<sub>1</sub></p><p>z1 = 0.5</p></body></html> ⟹ z1 = 0.5
  <!doctype html><p><math><mrow><msup><mi>z</mi><mrow><mo>(</mo><mn>1</mn><mo>)</mo></mrow></msup><mo>=</mo><mn>0.5</mn></mrow></math></p> ⟹ z1 = 0.5
  <!doctype html><div><math><msup><mi>z</mi><mrow><mo>(</mo><mn>1</mn><mo>)</mo></mrow></msup></math><span><span><math><mo>=</mo><mn>2</mn></math><math><mo>⋅</mo><mn>0.25</mn></math></span><span><math><mo>=</mo><mn>0.5</mn></math></span></span></div> ⟹ z1 = 0.5
  <!doctype html><label><math><mi>z</mi><mo>=</mo></math><input data-name="z1" value="0.5"><code>z1</code></label><label><input data-name="a1"><code>a1</code></label> ⟹ z1 = 0.5
  <!doctype html><label><input data-name="z1"><code>z1</code></label><label><input data-name="a1" value=""></label> ⟹ ✗ press its button “Save the answers”
  small
  {"dW2": [[0.1, 0.2]]} ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2
  | dW1 | 1 | 2 |⏎|---|---|---|⏎| 1 | 0.1 | 0.2 |⏎| 2 | 0.3 | 0.4 | ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  | dC/dw1 | from 1 | from 2 |⏎|---|---|---|⏎| to 1 | 0.1 | 0.2 |⏎| to 2 | 0.3 | 0.4 | ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  | dC/dw1 | 从1 | 从2 |⏎|---|---|---|⏎| 到1 | 0.1 | 0.2 | ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2
  | dC/dw1 | von 1 | von 2 |⏎|---|---|---|⏎| nach 2 | 0.1 | 0.2 | ⟹ dC/dw1[2,1] = 0.1; dC/dw1[2,2] = 0.2
  | dC/dw1 | neuron 1 | neuron 2 |⏎|---|---|---|⏎| neuron 1 | 0.1 | 0.2 | ⟹ ✗ 0.2 has no name
  | neuron | layer 1 z | a (Schicht 1) | 第1层的z的导数 |⏎|---|---|---|---|⏎| 2 | 0.1 | 0.2 | 0.3 | ⟹ z1[2] = 0.1; a1[2] = 0.2; dC/dz1[2] = 0.3
  | layer 1 | neuron 1 | neuron 2 |⏎|---|---|---|⏎| z | 0.1 | 0.2 |⏎| dC/da | 0.3 | 0.4 | ⟹ z1[1] = 0.1; z1[2] = 0.2; dC/da1[1] = 0.3; dC/da1[2] = 0.4
  | | 1 | 2 |⏎|---|---|---|⏎| z1 | 0.1 | 0.2 | ⟹ z1[1] = 0.1; z1[2] = 0.2
  | z1 | 1 | 2 |⏎|---|---|---|⏎| a | 0.1 | 0.2 | ⟹ ✗ 0.2 has no name
  {"Z[1]": [0.1, 0.2], "h[2]": 0.3} ⟹ z1[1] = 0.1; z1[2] = 0.2; a1[2] = 0.3
  {"grads": {"dW2": [[0.1, 0.2]], "db2": [0.3]}} ⟹ dC/dw2[1,1] = 0.1; dC/dw2[1,2] = 0.2; dC/db2 = 0.3
  {"0.weight.grad": [[0.1, 0.2], [0.3, 0.4]], "2.weight.grad": [[0.5, 0.6]]} ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4; dC/dw2[1,1] = 0.5; dC/dw2[1,2] = 0.6
  z^2_1 = 0.5⏎z^2_2 = -0.1⏎z^3_1 = 0.2 ⟹ z1[1] = 0.5; z1[2] = -0.1; z2 = 0.2
  wide
  | n | z1[1] | δ2[1] | C |⏎|---|---|---|---|⏎| 1 | 0.5 | 0.1 | 0.6 |⏎| 2 | 0.7 | 0.2 | 0.8 | ⟹ z1[1]@1 = 0.5; dC1/dz2[1]@1 = 0.1; C1 = 0.6; z1[1]@2 = 0.7; dC2/dz2[1]@2 = 0.2; C2 = 0.8
  | $z^{(1)} \approx$ | 1 | 2 |⏎|---|---|---|⏎| 1 | 0.1 | 0.2 |⏎| 3 | 0.3 | 0.4 | ⟹ z1[1]@1 = 0.1; z1[1]@2 = 0.2; z1[3]@1 = 0.3; z1[3]@2 = 0.4
  | | x^(1) | x^(2) |⏎|---|---|---|⏎| z1[1] | 0.5 | 0.7 | ⟹ z1[1]@1 = 0.5; z1[1]@2 = 0.7
  Example 1: z1[1] = 0.5, C = 0.6⏎样本2：z1[1]＝0.7⏎δ2[1] = 0.1 ⟹ z1[1]@1 = 0.5; C = 0.6; z1[1]@2 = 0.7; dC2/dz2[1]@2 = 0.1
  """#

@Test(arguments: Spelling.table(files))
func `Answers are read from files of every kind`(row: Spelling) throws { try row.check() }
