/// Words that distinguish a command from output.
enum ShellWords {
    /// Whether a line that begins with a reserved word is a command; nil for another word. The word
    /// alone is not enough, because `if you want` is English, so the rest must fit.
    static func reserved(
        _ word: String, before second: String, rest: ArraySlice<UInt8>
    ) -> Bool? {
        switch word {
        // `done in 3s`, `else you are lost`.
        case "fi", "esac", "done":
            second.isEmpty || second.hasPrefix("2>")
                || second.utf8.first.map { ";|&<>)#".utf8.contains($0) } ?? false
        case "do", "then", "else": !small.contains(second)
        case "if", "while", "until", "elif":
            ["[", "[[", "!", "((", "test", "true", "read", "command", "grep"].contains(second)
                || commands.contains(second) || rest.contains(UInt8(ascii: ";"))
        case "for", "select":
            second.hasPrefix("((") || rest.dropFirst(second.utf8.count).starts(with: " in ".utf8)
        case "case":
            rest.reversed().starts(with: "ni ".utf8)
                || rest.dropFirst(second.utf8.count).starts(with: " in ".utf8)
        case "function": second.hasSuffix("()") || rest.last == UInt8(ascii: "{")
        default: nil
        }
    }

    /// Programs and built-in commands that are not English words.
    static let commands = Set(
        """
        adb alias ansible ansible-playbook apk apt apt-cache apt-get ar arch aria2c asciinema \
        autoconf automake awk aws az base64 bash bazel bg bison brew buf bun bundle bunzip2 bzip2 \
        cargo cat cc cd certbot cfssl cfssljson chattr chcon chgrp chmod chown chroot chsh clang \
        clang++ clang-format cmake code composer conda corepack cp cpio crictl crontab ctest ctr \
        curl dd deno df diff dig dlv dmesg dnf docker docker-compose dotnet dpkg du echo egrep \
        emacs env esbuild etcd etcdctl etcdutl eval exec export fallocate fdisk ffmpeg ffprobe \
        fg fgrep flask flutter fly flyctl fsck ftp g++ gatsby gcc gcloud gdb gem getent git \
        gitbook glab gofmt goimports gpg gradle grep groupadd gsutil gunicorn gunzip gzip hexdump \
        helm hexo htop http httpd hugo iconv ifconfig insmod ionice iostat ip iptables jar java \
        javac jekyll jest journalctl jq k9s kill kind kinit kubeadm kubectl kustomize ld ldconfig \
        ldd lerna ln loginctl ls lsblk lscpu lsmod lsof ltrace lua make md5sum mdadm meson \
        minikube mkdir mkfs mkfs.ext4 mknod mktemp modprobe mongo mongod mongosh mount mv mvn \
        mysql mysqladmin mysqldump nano nc ncat netcat netstat nginx ng nix nmap node nohup npm \
        npx nslookup nsenter ntpdate nvidia-smi nvim nvm objcopy objdump openssl pacman parted \
        patchelf pdm perl pgrep php pip pip2 pip3 pipenv pipx pkg pkg-config pkill pm2 pnpm \
        podman poetry popd printenv printf promtool protoc ps psql pushd pwd pytest python \
        python2 python3 qemu-img rails rake ranlib rbenv readelf readlink realpath \
        redis-cli redis-server rm rmdir rpm rsync ruby rustc rustup rvm rye scp sed sestatus \
        setenforce setfacl sftp sh sha1sum sha256sum shasum shellcheck skopeo snap socat sqlite3 \
        ssh ssh-add ssh-copy-id ssh-keygen sshpass stty su sudo swapoff swapon swift swiftc \
        sysctl systemctl systemd-run tar tcpdump tee telnet terraform tmux tox tr traceroute \
        tree tsc tshark ts-node ufw ulimit umask umount unalias uname unset unxz unzip useradd \
        usermod uv uvicorn vagrant valgrind vi vim virtualenv visudo wc wget whoami xargs xcodebuild \
        xcode-select xcrun xxd xz yarn yum zcat zip zsh zstd
        """.split(separator: " ").map(String.init))

    /// Programs and built-in commands that also begin sentences and lines of output.
    static let english = Set(
        """
        at basename break builtin command comm continue cut date declare dirname exit expect \
        expr false fc file find fish fold free function go hash head history host hostname id \
        info install jobs join kubelet last less let link local locate logout look mail man \
        more nice passwd paste patch perf ping play pr progress read reboot return rev screen \
        seq service set shift shopt shred shutdown sleep sort source split stat strace strings \
        strip sync tac tail test time timeout times top touch trap true type typeset unlink \
        uptime users vite wait watch which who yes
        """.split(separator: " ").map(String.init))

    /// Subcommands of `go`.
    static let goCommands: Set<String> = [
        "build", "clean", "doc", "env", "fmt", "generate", "get", "install", "list", "mod", "run",
        "test", "tool", "version", "vet", "work",
    ]

    /// Small words: a line with one after its first word is a sentence.
    static let small: Set<String> = [
        "a", "an", "and", "are", "as", "be", "been", "but", "by", "can", "cannot", "could", "does",
        "for", "from", "had", "has", "have", "if", "in", "is", "it", "its", "no", "not", "of",
        "on", "or", "should", "that", "the", "their", "them", "then", "there", "these", "this",
        "to", "was", "we", "were", "when", "which", "will", "with", "would", "you", "your",
    ]
}
