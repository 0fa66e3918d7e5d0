extension Tool {
    /// Ruby, by its own compiler in one process. It makes instructions and runs none: unlike
    /// `ruby -c` it can't come to start the interpreter that a `#!` line names.
    package static let ruby = Tool(
        "ruby", commands: [["ruby"]],
        arguments: ["--disable=gems,rubyopt,did_you_mean", "-W0", "-e", rubyHelper],
        debianPackage: "ruby", read: { HelperOutput.readings(of: $0) })

    /// Prism (Ruby 3.3) tells columns, the older parser in its tree's place shows them in a
    /// picture, whose blanks can be counted where the line is ASCII. A `yield` or `next` belongs to
    /// what stands around a fragment.
    private static let rubyHelper = #"""
        begin
          require 'prism'
        rescue LoadError
        end
        CONTEXT = /\A(Invalid (yield|next|break|redo|retry|return)|Can't escape from eval)/i
        def old(file, text)
          RubyVM::InstructionSequence.compile(text, file, file)
        rescue SyntaxError => error
          lines = error.message.lines.map(&:chomp)
          lines.each_with_index do |line, index|
            next unless line =~ /\A[^:]*:(\d+): (.*)\z/
            number, words = $1, $2
            next if words =~ CONTEXT
            source, caret = lines[index + 1], lines[index + 2]
            column = nil
            if source && caret && source.ascii_only? && caret =~ /\A( *)\^/
              width = $1.size
              column = width + 1 if text.lines[number.to_i - 1].to_s.chomp == source
            end
            puts [file, number, column, " #{words}"].compact.join(':')
          end
        end
        ARGV.each do |file|
          begin
            text = File.binread(file).force_encoding('UTF-8')
            if defined?(Prism)
              Prism.parse(text).errors.each do |error|
                next if error.message =~ CONTEXT
                place = error.location
                puts "#{file}:#{place.start_line}:#{place.start_column + 1}: #{error.message}"
              end
            else
              old(file, text)
            end
          rescue Exception => error
            puts "#{file}:0: crashed: #{error.class}"
          end
        end
        """#
}
