r"""Lines that are true, false, or not to be understood: what `true_as_printed.py --self-test` runs.

The first word is the verdict, the second the kind of the file, `#n` the number of relations to be checked.
"""
CASES = r"""
true  markdown #1 $$z^{(3)} = w^{(3)} \cdot a^{(2)} + b^{(3)} = 1.5 \cdot 0.484634 + 0.1 = 0.826951$$
true  markdown #1 $$a^{(3)} = \sigma \left( z^{(3)} \right) = \sigma (0.826951) \approx 0.695710$$
true  markdown #1 $$C = \left( a - y \right)^{2} = \left( 0.695710 - 0.2 \right)^{2} \approx 0.245728$$
true  markdown #1 $$\frac{\partial C}{\partial a} = 2 \left( a - y \right) = 2 \left( 0.695710 - 0.2 \right) = 0.991420$$
true  markdown #1 $$0.695710 \left( 1 - 0.695710 \right) \approx 0.211698$$
true  markdown #0 $$\frac{\partial z}{\partial w} = a^{(2)} \approx 0.484634$$
true  markdown #1 $$x \approx 0.8 \cdot 0.2246361 \cdot (-0.7) \cdot 0.2497639 \cdot 1.5 \cdot 0.2116976 \cdot 0.9914199 \approx -0.00989150$$
true  markdown #1 $\max (0, -0.25) = 0$
true  markdown #1 $\min(3, -0.25) = -0.25$
true  markdown #1 $\mathrm{ReLU}(x) = \mathrm{ReLU}(-0.3) = 0$
true  markdown #1 $\mathrm{ReLU}^{\prime}(0.3) = 1$
true  markdown #1 $\mathrm{ReLU} ^{\prime} \left( 0 \right) = 0$
true  markdown #1 $\sigma ^{\prime}(0) = \tfrac{1}{4}$
true  markdown #1 $\sigma'(0.826951) \approx 0.211698$
true  markdown #2 $\sigma^{\prime}(0.826951) \approx 0.695710 \left(1 - 0.695710\right) \approx 0.211698$
true  markdown #1 $\tanh (0.5) \approx 0.462117$
true  markdown #1 $\tanh^{\prime}(0.5) \approx 0.786448$
true  markdown #1 $1 - \tanh^{2}(0.5) \approx 0.786448$
true  markdown #1 $\exp(1) = e^{1}$
true  markdown #1 $\frac{1}{1 + e^{-0.35}} \approx 0.586618$
true  markdown #1 $-\ln 0.5 \approx 0.693147$
true  markdown #1 $-\left[ 1 \cdot \ln (0.25) + 0 \right] \approx 1.386$
true  markdown #1 $\lvert -0.3 \rvert = 0.3$
true  markdown #1 $\sqrt{0.25} = 0.5$
true  markdown #1 $\sqrt{2} \approx 1.414$
true  markdown #1 $3 \cdot 10^{-7} \cdot 2 = 6 \cdot 10^{-7}$
true  markdown #1 $0.3 \cdot 0.0000012345 \approx 3.70 \cdot 10^{-7}$
true  markdown #1 $1 - \sigma (700) \approx 9.85967654376 \times 10^{-305}$
true  markdown #1 $1 - \sigma (40) \approx 4.24835 \cdot 10^{-18}$
true  markdown #1 $123456 \cdot 10 \approx 1.235 \cdot 10^{6}$
true  markdown #1 $2^{3} - 1 = 7 \quad \text{(exact)}$
true  markdown #1 $-2^{2} = -4$
true  markdown #1 $0.1 + 0.2 = 0.3, \quad x = 5$
true  markdown #1 $x = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}, \quad 1 + 1 = 2$
true  markdown #1 ```math¶\begin{aligned}¶z &= 0.5 \cdot 3 \\¶&= 1.5¶\end{aligned}¶```
true  markdown #1 so $`2 \cdot 0.5 = 1`$ here
true  markdown #0 $\nabla C \approx \begin{pmatrix} 0.1 \\ 0.2 \end{pmatrix} = \begin{bmatrix} 0.3 \\ 0.2 \end{bmatrix}$
true  markdown #0 $x = (0.1, 0.2) = (0.1, 0.3)$
true  markdown #1 $\underbrace{0.2 + 0.3}_{\text{2 terms}} + 1.5 = 2$
true  markdown #1 $x = 0.3 + \underbrace{1.23457}_{\text{the other 781 terms}} = 1.53457$
true  markdown #1 $e^{-800} \approx 0$
true  markdown #1 $0.2 < 0.25$
true  markdown #1 $$x = 0.5 \cdot 3$$¶so¶$$= 1.5$$
true  markdown #1 $$x = 0.5 \cdot 0.333$$¶¶$$\approx 0.167$$
true  markdown #1 It promises 0.01 · 0.101716 = 0.00101716; it grows by 3.
true  markdown #1 | x | 2 · 3 = 6 |
true  markdown #0 `x = 1 = 2` and $a = 1$, $b = 2$
true  markdown #1 (so 2 · 0.5 = 1 here)
true  markdown #1 The bias: $$b = 0.5 - 0.1 \cdot 0.2 = 0.48$$.
true  markdown #1 $$z_{1}^{(1)} = w_{11}^{(1)} \cdot a_{1}^{(0)} + b_{1}^{(1)} = -\frac{3}{2} \cdot \frac{1}{2} + \left( -\frac{1}{4} \right) = -1$$
true  markdown #1 $$C = \frac{1}{3} \left( \left( \frac{3}{8} - 1 \right)^{2} + \left( -\frac{1}{2} \right)^{2} \right) = \frac{41}{192}$$
true  markdown #1 $\max \left( 0, -\frac{5}{4} \right) = 0$
true  markdown #1 $\frac{1}{3} \approx 0.333$
true  markdown #1 $\frac{34028236692093846346}{3} \cdot 3 = 34028236692093846346$
true  markdown #1 | $w = \frac{3}{8}$ | $-\frac{2}{3} \cdot \frac{3}{2} = -1$ |
true  latex #1 \begin{align*} z &= \frac{1}{2} \cdot \frac{1}{3} \\ &= \frac{1}{6} \end{align*}
true  text #1 z₁⁽¹⁾ = w₁₁⁽¹⁾ · a₁⁽⁰⁾ + b₁⁽¹⁾ = (−3/2) · (1/2) + (−1/4) = −1
true  text #1 C = 1/3 ((3/8 − 1)² + (−1/2)²) = 41/192
true  text #1 ∂C/∂a = 2/3 (a − y) = 2/3 (3/8 − 1) = −5/12
true  text #1 new C − C = 2533/80000 − 17/640 = 51/10000
true  text #1 max(0, 1/10) + (1/10) · min(0, 1/10) = 1/10
true  text #0 The inputs are a₁⁽⁰⁾ = 1/2, a₂⁽⁰⁾ = 1, the targets y₁ = 1, y₂ = −1/2,¶and so on
true  text #0 where¶η = 1/10 is the learning rate: all at once
true  latex #1 \begin{align*} z &= 1.5 \cdot 0.484634 + 0.1 \\ &= 0.826951 \end{align*}
true  latex #1 \[\begin{aligned} z &= 0.5 \cdot 3 \\[2pt] &\quad {}+ 0.1 \\ &\approx 1.6 \end{aligned}\]
true  latex #1 \begin{multline*} x \approx 0.8 \cdot 0.5 \\ \cdot 0.5 \approx 0.2 \end{multline*}
true  latex #1 \begin{multline*} x = 0.8 \cdot 0.5 \cdot \\ 0.5 = 0.2 \end{multline*}
true  latex #2 \begin{gather*} 1 + 1 = 2 \\ 2 + 2 = 4 \end{gather*}
true  latex #1 so \(1 + 1 = 2\) % $1 = 2$
true  text #1 z⁽³⁾ = w⁽³⁾ · a⁽²⁾ + b⁽³⁾ = 1.5 · 0.484634 + 0.1 = 0.826951
true  text #1 a⁽³⁾ = σ(z⁽³⁾)¶     = σ(0.826951)¶     ≈ 0.695710
true  text #1 ∂C/∂a = 2(a − y) = 2(0.695710 − 0.2) = 0.991420
true  text #1 (0.695710 − 0.2)² ≈ 0.245728
true  text #1 0.5 · 3 · 10⁻⁷ = 1.5 · 10⁻⁷
true  text #1 ½(0.5 − 0.1)² = 0.08
true  text #1 σ′(0) = ¼
true  text #1 √(0.25) = 0.5
true  text #1 dC/dz2[1]@3 = sigma'(z2[1]@3) * dC/da2[1]@3 = 0.25 * (-0.3) ~= -0.0750
true  text #1 C = (a3[1] - y[1])^2 = (0.695710 - 0.2)^2 ~= 0.245728
true  text #1 0.5 * 3 * 10^-7 = 1.5 * 10^-7
true  text #1 R = 0.02 * (abs(w1[1,2]) + abs(w1)) = 0.02 * (abs(-0.5) + abs(0.5)) = 0.02
true  text #0 delta1 = (W2^T delta2) .* sigma'(z1)   [2 x 1]¶     ~= |-0.0907963|¶       |  0.118872|
true  text #1 1/(1 + e^(−0.35)) ≈ 0.586618
true  text #1 x ≈ 0.8 · 0.2246361 · (−0.7) · 0.2497639 ·¶     1.5 · 0.2116976 · 0.9914199¶  ≈ −0.00989150
true  text #2 a = 2 · 3 = 6    b = 2 · 4 = 8
true  text #1 Add 0.01, and it promises that C grows by 0.01 · 0.101716 = 0.00101716; it grows by 0.1
true  text #0 Layer 1: w⁽¹⁾ = 1.2, b⁽¹⁾ = −0.3
true  text #1 max(0, −0.25) = 0
true  text #1 - 2 · 3 = 6
true  text #1 b = 0.5 · 0.3 ≈ 0.15 (see layer 2)
true  markdown #1 - 2 · 3 = 6 (as before)
true  text #1 C = 2 · 0.3 = 0.6 before, and 0.5 after
true  text #0 δ⁽¹⁾ = (W⁽²⁾ᵀ δ⁽²⁾) ⊙ σ′(z⁽¹⁾)   [2 × 1]¶     ≈ ⎛−0.0907963⎞¶       ⎝  0.118872⎠
true  text #0 δ⁽²⁾ ≈ (−0.22  0.29  −0.13)   [1 × 3]¶¶∂C/∂b⁽²⁾ = 1/3 δ⁽²⁾ 𝟏   [1 × 1]¶    ≈ (−0.02)
true  latex #0 \[ W^{(2)\top} \delta^{(2)} = \begin{pmatrix} 0.1 & 2 \\ 3 & 4 \end{pmatrix} \quad [2 \times 2] \]
true  markdown #0 $$\delta^{(1)} = \nabla_{a} C \odot \sigma^{\prime} \left( z^{(1)} \right) \quad [2 \times 1]$$¶¶| $\delta^{(1)} \approx$ | 1 |¶| --: | --: |¶| 1 | $-0.5$ |
false text #1 z ≈ (−1  0.25)   [1 × 2]¶so x = 2 · 3 = 7
true  text #1 δ₂³ = ∂a₂³/∂z₂³ · ∂C/∂a₂³ = 0.5 · (−0.3) = −0.15
true  text #1 1 − (a³)² = 1 − 0.5² = 0.75
true  text #0 The input is a⁰ = 0.8, and the error is δ³ = ∂C/∂z³.
true  text #1 f₁⁽²⁾ = W₁,₁⁽²⁾ · x₁ + W₁,₂⁽²⁾ · x₂ = 0.5 · 0.3 + 0.1 = 0.25
true  text #1 0.5 · 0.3 = W₁,₂⁽²⁾ = 0.15
true  text #1 −η · ‖∇ℒ‖² = −2 · 0.3² = −0.18
true  text #1 new ℒ − ℒ = 0.5 − 0.3 = 0.2
true  markdown #1 $$\delta_{2}^{3} = \frac{\partial C}{\partial z_{2}^{3}} = 0.5 \cdot (-0.3) = -0.15$$
true  markdown #1 $$\mathcal L_{\mathrm{new}} - \mathcal{L} = 0.5 - 0.3 = 0.2$$
true  markdown #1 $$\frac{\partial \mathcal L_{2}}{\partial W_{1,2}^{(2)}} = 2 \cdot 0.3 = 0.6$$
true  latex #1 \[1 - \left( g^{(3)} \right)^{2} = 1 - 0.5^{2} = 0.75\]
false text #1 δ₂³ = ∂a₂³/∂z₂³ · ∂C/∂a₂³ = 0.5 · (−0.3) = 0.15
false text #1 0.5 · 0.3 = W₁,₂⁽²⁾ = 0.16
false text #1 ∂ℒ/∂W₁,₂⁽²⁾ = 0.5 · 0.3 = 0.16
false markdown #1 $$\delta^{3} = 0.5 \cdot 0.3 = 0.16$$
false markdown #1 $$\mathcal L_{2} = 0.5 \cdot 0.3 = 0.16$$
false text #1 b = 0.5 · 0.3 = 0.16 (see layer 2)
false markdown #1 $$z = 1.5 \cdot 0.484634 + 0.1 = 0.826952$$
false markdown #1 $$a = \sigma (0.826951) \approx 0.695712$$
false markdown #1 $$x = \sigma (0.826951) = 0.695710$$
false markdown #1 $(0.695710 - 0.2)^{2} = 0.245728$
false markdown #2 $\sigma^{\prime}(0.826951) \approx 0.695710 (1 - 0.695710) = 0.211698$
false markdown #1 $0.8 \cdot 0.2 = x = 0.17$
false markdown #1 $\max (0, -0.25) = -0.25$
false markdown #1 $\mathrm{ReLU}^{\prime}(0) = 1$
false markdown #1 $2 \left( 0.5 - 0.7 \right) = 0.4$
false markdown #1 $-2^{2} = 4$
false markdown #1 $3 \cdot 10^{-7} \cdot 2 = 6 \cdot 10^{-8}$
false markdown #1 $0.3 \cdot 0.0000012345 \approx 3.70 \cdot 10^{-6}$
false markdown #1 $1 - \sigma (700) \approx 9.86 \times 10^{-304}$
false markdown #1 $1 - \sigma (700) = 0$
false markdown #1 $0.2 \cdot 0.3 \approx 0$
false markdown #1 $x = 0.5, y = 2 \cdot 3 = 7$
false markdown #1 $\underbrace{0.2 + 0.3}_{\text{2 terms}} = 0.6$
false markdown #1 $0.3 < 0.25$
false markdown #1 $$x = 0.5 \cdot 3$$¶so¶$$= 1.6$$
false markdown #1 ```math¶\begin{aligned}¶z &= 0.5 \cdot 3 \\¶&= 1.6¶\end{aligned}¶```
false markdown #1 so $`2 \cdot 0.5 = 2`$ here
false markdown #1 It promises 0.01 · 0.101716 = 0.00101717; it grows by 3.
false markdown #1 (so 2 · 0.5 = 2 here)
false latex #1 \begin{align*} z &= 1.5 \cdot 0.484634 + 0.1 \\ &= 0.826952 \end{align*}
false latex #1 \begin{multline*} x \approx 0.8 \cdot 0.5 \\ \cdot 0.5 \approx 0.31 \end{multline*}
false latex #2 \begin{gather*} 1 + 1 = 2 \\ 2 + 2 = 5 \end{gather*}
false text #1 a⁽³⁾ = σ(z⁽³⁾)¶     = σ(0.826951)¶     ≈ 0.695713
false text #1 ½(0.5 − 0.1)² = 0.8
false text #1 a1[2] = sigma(z1[2]) = sigma(0.826951) ~= 0.695713
false text #1 C = (a3[1] - y[1])^2 = (0.695710 - 0.2)^2 = 0.245728
false text #1 R = abs(-0.5) = -0.5
false text #1 (0.695710 − 0.2)² = 0.245728
false text #2 a = 2 · 3 = 6    b = 2 · 4 = 9
false markdown #1 $\frac{1}{2} \cdot \left( -\frac{1}{3} \right) = -\frac{1}{5}$
false markdown #1 $\frac{1}{3} = 0.333333333333333333333333333333333333333333$
false markdown #1 $\frac{34028236692093846346}{3} \cdot 3 = 34028236692093846347$
false latex #1 \begin{align*} z &= \frac{1}{2} \cdot \frac{1}{3} \\ &= \frac{1}{5} \end{align*}
false text #1 z = (−3/2) · (1/2) + (−1/4) = 1
false text #1 (3/8)² = 3/64
false text #1 1/2 − 1/3 = 1/5
false text #1 1/3 = 0.333333
odd   markdown #0 $x = 2 \cdot -3 = -6$
odd   markdown #0 $x = 2 + -3 = -1$
odd   markdown #0 $x = 2 3 = 6$
odd   markdown #0 $x = 0.5 \cdot = 6$
odd   markdown #0 $x = 1 + 2 + \cdots + 3 = 6$
odd   markdown #0 $x = \left( 1 + 2 = 3$
odd   markdown #0 $x = \mathrm{foo}(3) = 6$
odd   markdown #0 $1 / 0 = 3$
odd   markdown #0 $0.25 \approx \frac{1}{4}$
odd   markdown #0 $1{,}000 = 1000$
odd   markdown #0 $x = nan = \text{5} \odd 3 = 3 \odd$
odd   text #0 x = 2 · −3 = −6
odd   text #0 x = 1/2 · −1/3 = −1/6
odd   text #0 x = 1/2 + −1/3 = 1/6
odd   text #0 x = 0.5 ≈ 1/2
odd   text #0 x = 1/0 · 3 = 6
"""


def self_test(checked_source):
    """Runs the table; 0 if every verdict is as written."""
    wrong = 0
    lines = CASES.strip().splitlines()
    for line in lines:
        verdict, kind, count, source = line.split(maxsplit=3)
        checked, false, unread = checked_source(source.replace("¶", "\n"), kind)
        got = "odd" if unread else "false" if false else "true"
        if got != verdict or (verdict != "odd" and checked != int(count[1:])):
            wrong += 1
            print(f"{got} #{checked} for: {line}\n    {[f.what for f in false + unread]}")
    print(f"{len(lines)} lines judged, {wrong} judged wrongly")
    return 1 if wrong else 0
